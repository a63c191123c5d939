package io.plimsoll.service.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which addresses can be opened; many that a form is sent to cannot. */
@Singleton
class ReadableAddresses {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    private final List<Pattern> patterns = new ArrayList<>();

    ReadableAddresses(BeanManager beans) {
        beans.getBeans(Object.class, Any.Literal.INSTANCE).forEach(bean -> add(bean.getBeanClass()));
    }

    private void add(Class<?> resource) {
        Path of = resource.getAnnotation(Path.class);
        if (of == null) {
            return;
        }
        for (Method method : resource.getDeclaredMethods()) {
            if (method.isAnnotationPresent(GET.class)) {
                Path below = method.getAnnotation(Path.class);
                String address = "/" + of.value() + "/" + (below == null ? "" : below.value());
                String tidy = address.replaceAll("/+", "/");
                patterns.add(Pattern.compile(PARAMETER.matcher(withoutEnd(tidy)).replaceAll("[^/]+")));
            }
        }
    }

    private static String withoutEnd(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Whether there is something to read at a path of the service. */
    boolean contain(String path) {
        return patterns.stream().anyMatch(each -> each.matcher(withoutEnd(path)).matches());
    }

    /** The nearest address to a path that can be opened: itself, else the one above it, and so on up to the home. */
    String nearest(String path) {
        String at = withoutEnd(path);
        while (!at.isEmpty() && !contain(at)) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at.isEmpty() ? "/" : at;
    }
}
