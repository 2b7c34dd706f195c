package com.spotitearly.acitrack.json;

import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * A JSON value of any kind, kept as its text: what the pipeline sent travels between socket and {@code jsonb} column
 * without being turned into objects and back.
 *
 * @param text valid JSON
 */
@JsonSerialize(using = RawJsonSerializer.class)
@JsonDeserialize(using = RawJsonDeserializer.class)
public record RawJson(String text) {

    /**
     * @param text valid JSON, or null
     * @return the value, or null for null
     */
    public static RawJson ofNullable(String text) {
        return text == null ? null : new RawJson(text);
    }

    /**
     * @param members the members of an object, a null value standing for JSON null; null means none
     * @return the JSON object with these members
     */
    public static RawJson object(Map<String, RawJson> members) {
        return members == null || members.isEmpty() ? new RawJson("{}") : RawJsonWriter.object(members);
    }
}
