package com.spotitearly.acitrack.json;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openapitools.jackson.nullable.JsonNullableJackson3Module;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ReferenceType;

/** How JSON is read and written: strictly as the contract types it. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JacksonModule jsonNullableModule() {
        return new JsonNullableJackson3Module();
    }

    @Bean
    JsonMapperBuilderCustomizer asTheContractTypesIt() {
        SimpleModule module = new SimpleModule("acitrack");
        module.addSerializer(OffsetDateTime.class, new UtcMilliseconds());
        module.addDeserializer(String.class, new StrictString());
        module.setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyReferenceDeserializer(
                    DeserializationConfig config,
                    ReferenceType type,
                    BeanDescription.Supplier description,
                    ValueDeserializer<?> deserializer) {
                return new StrictNullable(deserializer, type.getContentType());
            }
        });
        return builder -> builder.addModule(module).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS);
    }

    /** RFC 3339 in UTC with exactly three decimals, as the old service's clients parse it. */
    private static final class UtcMilliseconds extends ValueSerializer<OffsetDateTime> {

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

        @Override
        public void serialize(OffsetDateTime value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(FORMAT.format(value.withOffsetSameInstant(ZoneOffset.UTC)));
        }
    }

    /** Jackson would take 5 or true for a string; the contract does not. */
    private static final class StrictString extends ValueDeserializer<String> {

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(String.class, "must be a string");
            }
            return StorableText.require(parser.getString(), context);
        }
    }

    /** JsonNullable would take a blank string for an absent number or object. */
    private static final class StrictNullable extends DelegatingDeserializer {

        private final JavaType content;

        StrictNullable(ValueDeserializer<?> nullable, JavaType content) {
            super(nullable);
            this.content = content;
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> nullable) {
            return new StrictNullable(nullable, content);
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) {
            boolean takesStrings = content.hasRawClass(String.class) || content.hasRawClass(DisagreementsText.class);
            if (!takesStrings && parser.currentToken() == JsonToken.VALUE_STRING) {
                return context.reportInputMismatch(content, "not a string");
            }
            return super.deserialize(parser, context);
        }
    }
}
