package io.plimsoll.service.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads JSON as it stands: no half carton becomes a whole one, a field that is said twice is no field, and nothing is taken
 * for something of another kind: a number is no text, a text is no number, and the place of a word in a list is not the word.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    /** After the container's own modules, whose reader of moments takes numbers too. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        refuse(
                mapper,
                LogicalType.Boolean,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.String);
        refuse(
                mapper,
                LogicalType.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean,
                CoercionInputShape.String);
        refuse(mapper, LogicalType.Float, CoercionInputShape.Boolean, CoercionInputShape.String);
        refuse(
                mapper,
                LogicalType.Textual,
                CoercionInputShape.Integer,
                CoercionInputShape.Float,
                CoercionInputShape.Boolean);
        SimpleModule written = new SimpleModule("plimsoll: what is written as text");
        written.addDeserializer(
                Instant.class, new Written<>(Instant.class, Instant::parse, moment -> Checks.isStorable(moment)));
        written.addDeserializer(
                LocalDate.class, new Written<>(LocalDate.class, LocalDate::parse, day -> Checks.isStorable(day)));
        written.setDeserializerModifier(new Constants());
        mapper.registerModule(written);
    }

    private static void refuse(ObjectMapper mapper, LogicalType type, CoercionInputShape... shapes) {
        MutableCoercionConfig config = mapper.coercionConfigFor(type);
        for (CoercionInputShape shape : shapes) {
            config.setCoercion(shape, CoercionAction.Fail);
        }
        if (type != LogicalType.Textual) {
            config.setAcceptBlankAsEmpty(Boolean.FALSE);
            config.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        }
    }

    /** A constant is read by its name as it is, and by no number or name with blanks around it. */
    private static final class Constants extends BeanDeserializerModifier {

        private static final long serialVersionUID = 1;

        @Override
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> lax) {
            return ofNames(type.getRawClass());
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // The class of an enum is known at run time only.
        private static JsonDeserializer<?> ofNames(Class type) {
            return new Written<Enum>(type, name -> Enum.valueOf(type, name), constant -> true);
        }
    }

    /** Something that is always written as text, and that the database can hold. */
    private static final class Written<T> extends StdScalarDeserializer<T> {

        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parser;
        private final transient Predicate<T> isStorable;

        Written(Class<T> type, Function<String, T> parser, Predicate<T> isStorable) {
            super(type);
            this.parser = parser;
            this.isStorable = isStorable;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(json, handledType(), JsonToken.VALUE_STRING, "text is expected");
            }
            String text = json.getText();
            try {
                T read = parser.apply(text);
                if (isStorable.test(read)) {
                    return read;
                }
            } catch (DateTimeException | IllegalArgumentException isNone) {
                // Refused like one that cannot be stored.
            }
            throw context.weirdStringException(text, handledType(), "none that can be stored");
        }
    }
}
