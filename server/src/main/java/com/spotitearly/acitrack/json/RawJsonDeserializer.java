package com.spotitearly.acitrack.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

final class RawJsonDeserializer extends ValueDeserializer<RawJson> {

    @Override
    public RawJson deserialize(JsonParser parser, DeserializationContext context) {
        return RawJsonWriter.copy(parser, context);
    }
}
