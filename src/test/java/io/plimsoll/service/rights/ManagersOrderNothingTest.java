package io.plimsoll.service.rights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.plimsoll.service.right.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.junit.jupiter.api.Test;

/**
 * There is no form, endpoint or import through which a customer manager can enter an order, a minimum, or a brand and a quantity,
 * except the collection on a visit that the retailer confirms (R16). The lists are closed: whatever is added to them fails here.
 */
class ManagersOrderNothingTest {

    /** What the quantity of an order, or a minimum, would be called. A Sku by itself is none: a lead may be about one. */
    private static final Pattern OF_AN_ORDER = Pattern.compile(
            "(?i).*(demand|quantity|carton|atmost|atleast|minimum|floor|order|grant|supply).*|min|rank");

    private static final Set<String> COLLECTION = Set.of("CollectPages.send", "CollectingResource.collect");

    /** For a whole territory and month, never for a shop (R27). */
    private static final Set<String> FORECAST = Set.of("ForecastPages.say", "ForecastResource.say");

    private static final List<Class<? extends Annotation>> WRITING = List.of(POST.class, PUT.class, DELETE.class);

    private static final Map<String, Method> WRITTEN_BY_MANAGERS = writtenBy(Role.Name.CUSTOMER_MANAGER);

    private static Map<String, Method> writtenBy(String role) {
        Map<String, Method> methods = new TreeMap<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.plimsoll.service")) {
            if (!each.isAnnotatedWith(Path.class)) {
                continue;
            }
            Class<?> type = each.reflect();
            for (Method method : type.getDeclaredMethods()) {
                RolesAllowed roles = method.getAnnotation(RolesAllowed.class) == null
                        ? type.getAnnotation(RolesAllowed.class)
                        : method.getAnnotation(RolesAllowed.class);
                boolean writes = WRITING.stream().anyMatch(method::isAnnotationPresent);
                if (writes && roles != null && Arrays.asList(roles.value()).contains(role)) {
                    methods.put(type.getSimpleName() + "." + method.getName(), method);
                }
            }
        }
        return methods;
    }

    /** The names of all that can be sent to a method, by what it is in. */
    private static Set<String> names(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    FormParam form = field.getAnnotation(FormParam.class);
                    if (form != null) {
                        names.add(form.value());
                    }
                }
            } else if (parameter.isAnnotationPresent(RestForm.class)) {
                String said = parameter.getAnnotation(RestForm.class).value();
                names.add(
                        said.equals(RestForm.class.getName()) || said.isEmpty() || said.startsWith("<<")
                                ? parameter.getName()
                                : said);
            } else if (parameter.getAnnotations().length == 0) {
                addComponents(parameter.getParameterizedType(), names);
            }
        }
        return names;
    }

    private static void addComponents(Type type, Set<String> names) {
        if (type instanceof ParameterizedType of) {
            Arrays.stream(of.getActualTypeArguments()).forEach(each -> addComponents(each, names));
        } else if (type instanceof Class<?> record && record.isRecord()) {
            for (RecordComponent component : record.getRecordComponents()) {
                names.add(component.getName());
                addComponents(component.getGenericType(), names);
            }
        }
    }

    @Test
    void nothingThatAManagerSendsHoldsWhatAnOrderHolds() {
        Map<String, Set<String>> suspicious = new LinkedHashMap<>();
        WRITTEN_BY_MANAGERS.forEach((name, method) -> {
            Set<String> ofAnOrder = new TreeSet<>(names(method));
            ofAnOrder.removeIf(each -> !OF_AN_ORDER.matcher(each).matches());
            if (!ofAnOrder.isEmpty()) {
                suspicious.put(name, ofAnOrder);
            }
        });
        COLLECTION.forEach(each -> assertTrue(suspicious.containsKey(each), each + " takes what a retailer asks for"));
        suspicious.keySet().removeAll(COLLECTION);
        suspicious.keySet().removeAll(FORECAST);
        assertEquals(Map.of(), suspicious);
    }

    /** A check that never saw anything would say nothing. */
    @Test
    void theCheckSeesWhatARetailerOrders() {
        Map<String, Method> retailers = writtenBy(Role.Name.RETAILER);
        Set<String> names = new TreeSet<>();
        retailers.values().forEach(method -> names.addAll(names(method)));
        assertTrue(names.contains("sku") && names.contains("demand"), names.toString());
        assertTrue(WRITTEN_BY_MANAGERS.size() > 10, WRITTEN_BY_MANAGERS.keySet().toString());
    }

    @Test
    void aManagerBringsNoFiles() {
        WRITTEN_BY_MANAGERS.forEach((name, method) -> assertTrue(
                !method.getDeclaringClass().getPackageName().contains("uploads")
                        && !method.getDeclaringClass().getPackageName().contains("audits")
                        && !method.getDeclaringClass().getPackageName().contains("intake"),
                name));
    }
}
