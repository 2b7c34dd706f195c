package com.spotitearly.acitrack.client;

import com.spotitearly.acitrack.client.generated.ApiClient;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** JSON as this client reads and writes it. */
public final class Json {

    /** Keeps every digit of a number, tolerates unknown keys, and writes times as the contract does. */
    public static final JsonMapper MAPPER = ((JsonMapper) ApiClient.createDefaultObjectMapper())
            .rebuild()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .addModule(new SimpleModule("acitrack-times").addSerializer(OffsetDateTime.class, new UtcMilliseconds()))
            .build();

    private Json() {}

    private static final class UtcMilliseconds extends ValueSerializer<OffsetDateTime> {

        private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

        @Override
        public void serialize(OffsetDateTime time, JsonGenerator json, SerializationContext context) {
            json.writeString(FORMAT.format(time.withOffsetSameInstant(ZoneOffset.UTC)));
        }
    }
}
