package com.spotitearly.acitrack.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.spotitearly.acitrack.client.PayloadRules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schemas of the packaged contract. */
final class ContractRules implements PayloadRules {

    private static final String CONTRACT = "https://acitrack.invalid/openapi.json";

    private final SchemaRegistry registry = SchemaRegistry.withDialect(
            Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(CONTRACT, contract())));
    private final Map<String, Schema> schemas = new HashMap<>();

    @Override
    public List<String> violations(String schema, byte[] json) {
        return schemas
                .computeIfAbsent(
                        schema,
                        name -> registry.getSchema(SchemaLocation.of(CONTRACT + "#/components/schemas/" + name)))
                .validate(new String(json, UTF_8), InputFormat.JSON)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static String contract() {
        try (InputStream contract = PayloadRules.class.getResourceAsStream("openapi.json")) {
            return new String(contract.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
