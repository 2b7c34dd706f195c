package com.spotitearly.acitrack.json;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;

/** Copies and assembles JSON as text, token by token, so that a number keeps all its digits. */
final class RawJsonWriter {

    private static final JsonFactory FACTORY = new JsonFactory();

    private RawJsonWriter() {}

    /** Copies the value at which the parser stands; afterwards the parser stands at its last token. */
    static RawJson copy(JsonParser parser, DeserializationContext context) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = 0;
            JsonToken token = parser.currentToken();
            while (true) {
                if (token == JsonToken.VALUE_STRING || token == JsonToken.PROPERTY_NAME) {
                    StorableText.require(parser.getString(), context);
                }
                generator.copyCurrentEventExact(parser);
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                }
                if (depth == 0) {
                    break;
                }
                token = parser.nextToken();
            }
        }
        return new RawJson(text.toString());
    }

    static RawJson object(Map<String, RawJson> members) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            generator.writeStartObject();
            members.forEach((name, value) -> {
                generator.writeName(name);
                generator.writeRawValue(value == null ? "null" : value.text());
            });
            generator.writeEndObject();
        }
        return new RawJson(text.toString());
    }

    static RawJson array(List<RawJson> items) {
        return new RawJson(items.stream().map(RawJson::text).collect(Collectors.joining(",", "[", "]")));
    }
}
