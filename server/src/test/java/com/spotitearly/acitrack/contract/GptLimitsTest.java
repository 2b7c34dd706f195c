package com.spotitearly.acitrack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.support.ProjectFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The limits of Custom GPT Actions, for both documents that may be pasted into the GPT builder. */
class GptLimitsTest {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static ObjectNode whole() {
        return (ObjectNode) MAPPER.readTree(ProjectFiles.contract());
    }

    private static ObjectNode gpt() {
        return GptContract.of(whole());
    }

    static List<ObjectNode> both() {
        return List.of(whole(), gpt());
    }

    @ParameterizedTest
    @MethodSource("both")
    void atMostThirtyOperationsEachNamedAndDescribedBriefly(JsonNode contract) {
        List<String> ids = new ArrayList<>();
        operations(contract, (name, operation) -> {
            ids.add(operation.get("operationId").asString());
            assertThat(operation.get("operationId").asString())
                    .matches("^[a-zA-Z0-9_-]{1,64}$")
                    .matches("^[a-z].*");
            assertThat(operation.get("summary").asString())
                    .as(name)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(300);
            assertThat(operation.get("description").asString())
                    .as(name)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(300);
        });
        assertThat(ids).doesNotHaveDuplicates().hasSizeBetween(1, 30);
    }

    @ParameterizedTest
    @MethodSource("both")
    void parametersAreInlineScalarsAndDescribedBriefly(JsonNode contract) {
        operations(contract, (name, operation) -> operation.path("parameters").forEach(parameter -> {
            assertThat(parameter.toString()).as(name).doesNotContain("$ref");
            assertThat(parameter.get("description").asString())
                    .as(name)
                    .isNotBlank()
                    .hasSizeLessThanOrEqualTo(700);
            assertThat(parameter.at("/schema/type").asString()).as(name).isIn("string", "integer", "number", "boolean");
        }));
    }

    @ParameterizedTest
    @MethodSource("both")
    void exactlyOneHttpsServer(JsonNode contract) {
        assertThat(contract.get("servers")).hasSize(1);
        assertThat(contract.at("/servers/0/url").asString()).startsWith("https://");
    }

    @ParameterizedTest
    @MethodSource("both")
    void everyOperationSaysWhetherItHasConsequences(JsonNode contract) {
        operations(contract, (name, operation) -> {
            if (name.startsWith("get") && !operation.get("security").isEmpty()) {
                assertThat(operation.get("x-openai-isConsequential").asBoolean())
                        .as(name)
                        .isFalse();
            }
        });
    }

    @Test
    void theGptReadsAndDoesNothingElse() {
        List<String> ids = new ArrayList<>();
        operations(
                gpt(), (name, operation) -> ids.add(operation.get("operationId").asString()));
        assertThat(ids)
                .containsExactlyInAnyOrder(
                        "getHealth", "getLatestRun", "getRun", "getMustReads", "getPaper", "listDisagreements");
    }

    @Test
    void theGptGetsNoUnionsNoEmptyItemsAndNoBareObjects() {
        everywhere(gpt(), "", (pointer, node) -> {
            assertThat(node.has("oneOf")).as(pointer).isFalse();
            assertThat(node.has("anyOf")).as(pointer).isFalse();
            assertThat(node.path("type").isArray()).as(pointer).isFalse();
            if (node.path("type").asString("").equals("array")) {
                assertThat(node.path("items")).as(pointer).isNotEmpty();
            }
            if (node.path("type").asString("").equals("object") && !pointer.contains("example")) {
                assertThat(node.path("properties")).as(pointer).isNotEmpty();
            }
        });
    }

    @Test
    void theGptContractRefersToNothingThatItLacks() {
        ObjectNode gpt = gpt();
        everywhere(gpt, "", (pointer, node) -> {
            if (node.has("$ref")) {
                String ref = node.get("$ref").asString();
                assertThat(gpt.at(ref.substring(1)).isMissingNode()).as(ref).isFalse();
            }
        });
        assertThat(gpt.at("/components/schemas").propertyNames()).doesNotContain("RunIngest", "MustReadsIngest");
    }

    @Test
    void noSchemaIsCircular() {
        JsonNode schemas = whole().at("/components/schemas");
        schemas.propertyNames().forEach(name -> assertThat(reaches(schemas, schemas.get(name), name, 0))
                .as(name)
                .isFalse());
    }

    private static boolean reaches(JsonNode schemas, JsonNode from, String name, int depth) {
        if (depth > 20) {
            return true;
        }
        JsonNode ref = from.get("$ref");
        if (ref != null) {
            String target = ref.asString().substring("#/components/schemas/".length());
            return target.equals(name) || reaches(schemas, schemas.get(target), name, depth + 1);
        }
        for (JsonNode child : from) {
            if (reaches(schemas, child, name, depth)) {
                return true;
            }
        }
        return false;
    }

    private static void operations(JsonNode contract, BiConsumer<String, JsonNode> check) {
        contract.get("paths").propertyStream().forEach(path -> path.getValue()
                .propertyStream()
                .forEach(method -> check.accept(method.getKey() + " " + path.getKey(), method.getValue())));
    }

    private static void everywhere(JsonNode node, String pointer, BiConsumer<String, JsonNode> check) {
        check.accept(pointer, node);
        node.propertyStream().forEach(child -> everywhere(child.getValue(), pointer + "/" + child.getKey(), check));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            everywhere(node.get(i), pointer + "/" + i, check);
        }
    }
}
