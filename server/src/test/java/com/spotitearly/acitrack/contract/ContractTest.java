package com.spotitearly.acitrack.contract;

import static com.spotitearly.acitrack.support.ContractDocument.TREE;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.support.ContractDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What the contract promises of itself. */
class ContractTest {

    @Test
    void isTheVersionOfOpenApiThatChatGptImports() {
        assertThat(TREE.at("/openapi").asString()).isEqualTo("3.1.0");
    }

    /** Every example of a media type or parameter, with the schema that it must validate against. */
    @TestFactory
    Stream<DynamicTest> examplesValidateAgainstTheirSchemas() {
        List<DynamicTest> tests = new ArrayList<>();
        collectExamples(TREE, "", tests);
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static void collectExamples(JsonNode node, String pointer, List<DynamicTest> tests) {
        if (node.has("schema")) {
            TreeMap<String, JsonNode> examples = new TreeMap<>();
            if (node.has("example")) {
                examples.put("example", node.get("example"));
            }
            node.path("examples")
                    .propertyStream()
                    .forEach(named ->
                            examples.put(named.getKey(), named.getValue().get("value")));
            examples.forEach((name, value) -> tests.add(DynamicTest.dynamicTest(pointer + " " + name, () -> assertThat(
                            ContractDocument.violations(pointer + "/schema", value.toString()))
                    .isEmpty())));
        }
        node.propertyStream()
                .forEach(child -> collectExamples(
                        child.getValue(), pointer + "/" + ContractDocument.escape(child.getKey()), tests));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collectExamples(node.get(i), pointer + "/" + i, tests);
        }
    }

    /** The check under every other test must be able to fail. */
    @Test
    void theConformanceCheckFindsViolations() {
        assertThat(ContractDocument.violations("/components/schemas/Health", "{\"status\":\"fine\"}"))
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(ContractDocument.violations(
                        "/components/schemas/IngestResult/properties/created_at", "\"2026-01-12 15:59\""))
                .isNotEmpty();
        assertThat(ContractDocument.operation("GET", "/paper/doi%3A10.1000%2Fxyz"))
                .contains("/paths/~1paper~1{publication_id}/get");
        assertThat(ContractDocument.operation("GET", "/runs/latest")).contains("/paths/~1runs~1latest/get");
        assertThat(ContractDocument.operation("PUT", "/runs/latest")).isEmpty();
    }

    @Test
    void everyOperationDocumentsItsErrors() {
        forEachOperation((name, operation) -> {
            var statuses = operation.get("responses").propertyNames();
            assertThat(statuses).as(name).contains("200", "406", "500");
            if (!operation.get("security").isEmpty()) {
                assertThat(statuses).as(name).contains("400", "401", "403", "503");
            }
            if (operation.has("requestBody")) {
                assertThat(statuses).as(name).contains("413", "415");
            }
        });
    }

    @Test
    void everyOperationHasOneTagThatIsDescribed() {
        List<String> described = new ArrayList<>();
        TREE.get("tags").forEach(tag -> described.add(tag.get("name").asString()));
        forEachOperation((name, operation) -> {
            assertThat(operation.get("tags").size()).as(name).isEqualTo(1);
            assertThat(described).as(name).contains(operation.at("/tags/0").asString());
        });
    }

    private static void forEachOperation(BiConsumer<String, JsonNode> check) {
        TREE.get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .forEach(method -> check.accept(method.getKey() + " " + path.getKey(), method.getValue())));
    }
}
