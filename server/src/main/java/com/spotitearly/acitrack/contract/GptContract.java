package com.spotitearly.acitrack.contract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of the contract that a Custom GPT imports: the operations marked {@code x-openai-isConsequential: false},
 * in the subset of JSON Schema that the Actions importer takes (docs/custom-gpt.md has its limits).
 */
final class GptContract {

    private static final String CONSEQUENTIAL = "x-openai-isConsequential";

    /** A smaller maximum for a GPT, whose answers must stay under 100,000 characters. */
    private static final String GPT_MAXIMUM = "x-gpt-maximum";

    private static final String SCHEMA_REF = "#/components/";

    private GptContract() {}

    static ObjectNode of(ObjectNode contract) {
        ObjectNode gpt = contract.deepCopy();
        keepReads((ObjectNode) gpt.get("paths"));
        simplify(gpt);
        keepUsedTags(gpt);
        keepReferenced(gpt);
        return gpt;
    }

    private static void keepReads(ObjectNode paths) {
        for (Map.Entry<String, JsonNode> path : List.copyOf(paths.properties())) {
            ObjectNode methods = (ObjectNode) path.getValue();
            for (Map.Entry<String, JsonNode> method : List.copyOf(methods.properties())) {
                if (method.getValue().path(CONSEQUENTIAL).asBoolean(true)) {
                    methods.remove(method.getKey());
                }
            }
            if (methods.isEmpty()) {
                paths.remove(path.getKey());
            }
        }
    }

    private static void simplify(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.get("type") instanceof ArrayNode types) {
                object.put("type", firstButNull(types));
            }
            if (object.get(GPT_MAXIMUM) != null) {
                object.set("maximum", object.remove(GPT_MAXIMUM));
            }
            if (object.get("ApiKey") instanceof ArrayNode roles) {
                roles.removeAll();
            }
        }
        node.forEach(GptContract::simplify);
    }

    private static String firstButNull(ArrayNode types) {
        for (JsonNode type : types) {
            if (!type.asString().equals("null")) {
                return type.asString();
            }
        }
        return "null";
    }

    private static void keepUsedTags(ObjectNode gpt) {
        Set<String> used = new LinkedHashSet<>();
        gpt.get("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.get("tags").forEach(tag -> used.add(tag.asString()))));
        ((ArrayNode) gpt.get("tags"))
                .removeIf(tag -> !used.contains(tag.get("name").asString()));
    }

    private static void keepReferenced(ObjectNode gpt) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<JsonNode> open = new ArrayDeque<>(List.of(gpt.get("paths")));
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            JsonNode ref = node.get("$ref");
            if (ref != null && reached.add(ref.asString().substring(SCHEMA_REF.length()))) {
                open.push(gpt.at(ref.asString().substring(1)));
            }
            node.forEach(open::push);
        }
        for (String kind : List.of("schemas", "responses", "headers")) {
            ObjectNode components = (ObjectNode) gpt.get("components").get(kind);
            for (String name : new ArrayList<>(components.propertyNames())) {
                if (!reached.contains(kind + "/" + name)) {
                    components.remove(name);
                }
            }
        }
    }
}
