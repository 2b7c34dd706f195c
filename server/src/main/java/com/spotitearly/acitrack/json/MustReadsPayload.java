package com.spotitearly.acitrack.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The must-reads of an ingest request: the array alone, or the pipeline's {@code must_reads.json}, which has it in
 * {@code must_reads} beside further keys.
 *
 * @param items the array of objects, as sent
 * @param envelope what stood beside the array; empty for the array alone
 */
@JsonDeserialize(using = MustReadsPayload.Deserializer.class)
public record MustReadsPayload(RawJson items, Map<String, RawJson> envelope) {

    static final class Deserializer extends ValueDeserializer<MustReadsPayload> {

        @Override
        public MustReadsPayload deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                return envelope(parser, context);
            }
            return new MustReadsPayload(items(parser, context), Map.of());
        }

        private static MustReadsPayload envelope(JsonParser parser, DeserializationContext context) {
            RawJson items = null;
            Map<String, RawJson> envelope = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = StorableText.require(parser.currentName(), context);
                parser.nextToken();
                if (name.equals("must_reads")) {
                    items = items(parser, context);
                } else {
                    envelope.put(name, RawJsonWriter.copy(parser, context));
                }
            }
            if (items == null) {
                return context.reportInputMismatch(
                        MustReadsPayload.class, "must be an array of objects, or an object that has it in must_reads");
            }
            return new MustReadsPayload(items, envelope);
        }

        private static RawJson items(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return context.reportInputMismatch(
                        MustReadsPayload.class, "must be an array of objects, or an object that has it in must_reads");
            }
            List<RawJson> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.START_OBJECT) {
                    return context.reportInputMismatch(MustReadsPayload.class, "must hold objects only");
                }
                items.add(RawJsonWriter.copy(parser, context));
            }
            return RawJsonWriter.array(items);
        }
    }
}
