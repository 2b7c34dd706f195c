package com.spotitearly.acitrack.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * The {@code disagreements} of an ingested event: the pipeline sends a text, a list of texts, null or the word
 * {@code None}.
 *
 * @param text the text, list items joined with {@code "; "}; null when there are none
 */
@JsonDeserialize(using = DisagreementsText.Deserializer.class)
public record DisagreementsText(String text) {

    static DisagreementsText of(String text) {
        return new DisagreementsText(text.isBlank() || text.equals("None") ? null : text);
    }

    static final class Deserializer extends ValueDeserializer<DisagreementsText> {

        @Override
        public DisagreementsText deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                return of(StorableText.require(parser.getString(), context));
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return context.reportInputMismatch(
                        DisagreementsText.class, "must be a string, an array of strings or null");
            }
            List<String> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.currentToken() != JsonToken.VALUE_STRING) {
                    return context.reportInputMismatch(DisagreementsText.class, "must be an array of strings");
                }
                items.add(StorableText.require(parser.getString(), context));
            }
            return of(String.join("; ", items));
        }
    }
}
