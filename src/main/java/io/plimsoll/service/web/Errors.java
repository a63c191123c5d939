package io.plimsoll.service.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.plimsoll.message.Message;
import io.plimsoll.service.web.Refused.FieldError;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.handlers.FormBodyHandler;

/** Answers what is not done: as problem+json (RFC 9457) to programs, as a page to people. */
class Errors {

    private static final Logger LOG = Logger.getLogger(Errors.class);
    private static final String PROBLEM_JSON = "application/problem+json";

    private final Page page;
    private final Words words;
    private final Languages languages;
    private final RoutingContext request;

    Errors(Page page, Words words, Languages languages, RoutingContext request) {
        this.page = page;
        this.words = words;
        this.languages = languages;
        this.request = request;
    }

    @CheckedTemplate(basePath = "web")
    static class Templates {
        static native TemplateInstance problem(Problem problem, String reason, List<String> fields);
    }

    @ServerExceptionMapper
    Response refused(Refused refused) {
        Response.ResponseBuilder answer = answer(refused.problem(), refused.reason(), refused.fieldErrors());
        if (refused.retryAfterSeconds() > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, refused.retryAfterSeconds());
        }
        return answer.build();
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn() {
        if (Paths.isApi(request)) {
            return answer(Problem.NOT_SIGNED_IN, Message.of("PROBLEM_NOT_SIGNED_IN"), List.of())
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return SeeOther.to("/sign-in", "next", page.address());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException forbidden) {
        return refused(Refused.forbidden());
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException stale) {
        return refused(new Refused(Problem.STALE, Message.of("PROBLEM_STALE")));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid) {
        List<FieldError> fields = new ArrayList<>();
        invalid.getConstraintViolations().forEach(violation -> {
            String path = violation.getPropertyPath().toString();
            String field = path.contains(".") ? path.substring(path.indexOf('.') + 1) : path;
            field = field.contains(".") ? field.substring(field.indexOf('.') + 1) : field;
            fields.add(new FieldError(field, Message.of("FIELD_EXPECTED", "expected", violation.getMessage())));
        });
        return refused(Refused.fields(fields));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        Optional<Message> broken = broken(unreadable);
        if (broken.isPresent()) {
            return answer(Problem.MALFORMED, broken.get(), List.of()).build();
        }
        List<FieldError> fields = List.of();
        if (unreadable instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            fields = List.of(new FieldError(path(mapping), expected(mapping)));
        }
        return answer(Problem.MALFORMED, Message.of("PROBLEM_MALFORMED"), fields)
                .build();
    }

    /** Where a text stops being JSON, and whether something stands behind its end; nothing where it is JSON. */
    private static Optional<Message> broken(JsonProcessingException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonParseException noJson && noJson.getLocation() != null) {
                return Optional.of(at("PROBLEM_NOT_JSON", noJson));
            }
        }
        boolean isBehind = unreadable instanceof MismatchedInputException
                && unreadable.getOriginalMessage().startsWith("Trailing token");
        return isBehind ? Optional.of(at("PROBLEM_BEHIND_JSON", unreadable)) : Optional.empty();
    }

    private static Message at(String key, JsonProcessingException unreadable) {
        JsonLocation place = unreadable.getLocation();
        return Message.of(key, "line", place.getLineNr(), "column", place.getColumnNr());
    }

    /** The container would answer this one itself, without naming the field. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatched) {
        return unreadable(mismatched);
    }

    private static Message expected(JsonMappingException mapping) {
        if (mapping instanceof UnrecognizedPropertyException) {
            return Message.of("FIELD_UNKNOWN");
        }
        Class<?> target = mapping instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
        if (target == null) {
            return Message.of("FIELD_WRONG_KIND");
        }
        if (target.isEnum()) {
            return Message.of(
                    "FIELD_ONE_OF",
                    "values",
                    Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")));
        }
        return Message.of(expected(target));
    }

    private static String expected(Class<?> target) {
        if (target == LocalDate.class) {
            return "FIELD_NOT_DAY";
        }
        if (target == Instant.class) {
            return "FIELD_NOT_INSTANT";
        }
        if (target == String.class) {
            return "FIELD_NOT_TEXT";
        }
        if (target == Boolean.class || target == boolean.class) {
            return "FIELD_NOT_YES_OR_NO";
        }
        if (Collection.class.isAssignableFrom(target)) {
            return "FIELD_NOT_LIST";
        }
        boolean isNumber = Number.class.isAssignableFrom(target) || target.isPrimitive();
        return isNumber ? "FIELD_NOT_BARE_NUMBER" : "FIELD_WRONG_KIND";
    }

    private static String path(JsonMappingException mapping) {
        StringBuilder path = new StringBuilder();
        mapping.getPath().forEach(step -> {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        });
        return path.toString();
    }

    /** Where no method was found for an address, nobody has looked yet who asks: that takes a thread which may wait. */
    @ServerExceptionMapper
    Uni<Response> other(WebApplicationException other) {
        Uni<Response> answer = Uni.createFrom().item(() -> answerOf(other));
        return BlockingOperationControl.isBlockingAllowed()
                ? answer
                : answer.runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Response answerOf(WebApplicationException other) {
        if (other.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        Problem problem = Problem.of(other.getResponse().getStatus());
        return answer(problem, Message.of("PROBLEM_" + problem), List.of()).build();
    }

    @ServerExceptionMapper
    Response unexpected(Throwable unexpected) {
        if (isOfKeysThatClash(unexpected)) {
            return answer(Problem.CONFLICT, Message.of("PROBLEM_CONFLICT"), List.of())
                    .build();
        }
        if (isOfForm(unexpected)) {
            return answer(Problem.MALFORMED, Message.of("PROBLEM_FORM_UNREADABLE"), List.of())
                    .build();
        }
        Optional<DatabaseTrouble> trouble = DatabaseTrouble.in(unexpected);
        if (trouble.isPresent()) {
            LOG.warnf(
                    "%s %s: %s",
                    request.request().method(),
                    request.normalizedPath(),
                    trouble.get().words());
            return answer(Problem.UNAVAILABLE, Message.of("PROBLEM_UNAVAILABLE"), List.of())
                    .header(HttpHeaders.RETRY_AFTER, trouble.get().retryAfterSeconds())
                    .build();
        }
        LOG.errorf(unexpected, "%s %s failed", request.request().method(), request.normalizedPath());
        return answer(Problem.UNEXPECTED, Message.of("PROBLEM_UNEXPECTED"), List.of())
                .build();
    }

    /** The container has no word of its own for a form that is broken or was cut off: its reader fails with anything. */
    private static boolean isOfForm(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FormBodyHandler.class.getName()));
    }

    /** Two who add the same at once: the database lets one of them. */
    private static boolean isOfKeysThatClash(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLIntegrityConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private Response.ResponseBuilder answer(Problem problem, Message reason, List<FieldError> fields) {
        Response.ResponseBuilder answer = Response.status(problem.status());
        if (Paths.isApi(request)) {
            return answer.type(PROBLEM_JSON).entity(json(problem, reason, fields));
        }
        List<String> said = fields.stream().map(each -> page.say(each.reason())).toList();
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.problem(problem, page.say(reason), said).render());
    }

    private Map<String, Object> json(Problem problem, Message reason, List<FieldError> fields) {
        var catalogue = words.in(languages.ofRequest());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "about:blank");
        json.put("title", catalogue.say("PROBLEM_" + problem));
        json.put("status", problem.status());
        json.put("code", problem.name());
        json.put("detail", catalogue.say(reason));
        if (!fields.isEmpty()) {
            json.put(
                    "fields",
                    fields.stream()
                            .map(each -> Map.of("field", each.field(), "reason", catalogue.say(each.reason())))
                            .toList());
        }
        return json;
    }
}
