package io.plimsoll.service.rights;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * One thing that can be asked of the service.
 *
 * @param method of HTTP
 * @param path with the names of its parameters in braces
 */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

    private static final Comparator<Endpoint> ORDER =
            Comparator.comparing((Endpoint each) -> each.path).thenComparing(each -> each.method);

    private static final List<Class<? extends Annotation>> METHODS =
            List.of(GET.class, POST.class, PUT.class, DELETE.class);

    /** All that the classes of the service answer, found in the classes themselves. */
    static TreeSet<Endpoint> ofTheService() {
        return new TreeSet<>(methods().keySet());
    }

    /** What an address may say behind its question mark, by endpoint. */
    static TreeMap<Endpoint, TreeSet<String>> queries() {
        TreeMap<Endpoint, TreeSet<String>> queries = new TreeMap<>();
        methods().forEach((endpoint, method) -> {
            TreeSet<String> names = queries.computeIfAbsent(endpoint, any -> new TreeSet<>());
            for (Parameter parameter : method.reflect().getParameters()) {
                if (parameter.isAnnotationPresent(RestQuery.class)) {
                    names.add(parameter.getName());
                }
                if (parameter.isAnnotationPresent(BeanParam.class)) {
                    for (Field field : parameter.getType().getDeclaredFields()) {
                        if (field.isAnnotationPresent(QueryParam.class)) {
                            names.add(field.getAnnotation(QueryParam.class).value());
                        }
                    }
                }
            }
        });
        return queries;
    }

    private static TreeMap<Endpoint, JavaMethod> methods() {
        TreeMap<Endpoint, JavaMethod> found = new TreeMap<>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.plimsoll.service");
        for (JavaClass resource : classes) {
            for (JavaMethod method : resource.getMethods()) {
                for (Class<? extends Annotation> each : METHODS) {
                    if (method.isAnnotatedWith(each)) {
                        String verb = each.getAnnotation(HttpMethod.class).value();
                        found.put(new Endpoint(verb, tidy(path(resource) + path(method))), method);
                    }
                }
            }
        }
        return found;
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(Path.class.getName())
                .flatMap(annotation -> ((JavaAnnotation<?>) annotation).get("value"))
                .map(value -> "/" + value)
                .orElse("");
    }

    private static String tidy(String path) {
        String one = path.replaceAll("//+", "/").replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
        return one.length() > 1 && one.endsWith("/") ? one.substring(0, one.length() - 1) : one;
    }

    boolean isApi() {
        return path.equals("/api") || path.startsWith("/api/");
    }

    @Override
    public int compareTo(Endpoint other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
