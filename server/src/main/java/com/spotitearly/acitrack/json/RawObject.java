package com.spotitearly.acitrack.json;

import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A JSON object, kept as its text like {@link RawJson}; any other kind of value is refused.
 *
 * @param value the object
 */
@JsonDeserialize(using = RawObject.Deserializer.class)
public record RawObject(@JsonValue RawJson value) {

    /**
     * @param json a JSON object, or null
     * @return the object, or null for null
     */
    public static RawObject ofNullable(RawJson json) {
        return json == null ? null : new RawObject(json);
    }

    static final class Deserializer extends ValueDeserializer<RawObject> {

        @Override
        public RawObject deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                return context.reportInputMismatch(RawObject.class, "must be an object");
            }
            return new RawObject(RawJsonWriter.copy(parser, context));
        }
    }
}
