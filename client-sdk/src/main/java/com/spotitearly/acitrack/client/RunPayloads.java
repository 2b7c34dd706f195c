package com.spotitearly.acitrack.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The bodies that a run travels in. What the files hold goes in as its bytes, so that nothing is lost on the way. */
record RunPayloads(String runId, String mode) {

    byte[] run(byte[] manifest) {
        ObjectNode run = (ObjectNode) Json.MAPPER.readTree(manifest);
        if (runId.equals(run.path("run_id").stringValue(null))
                && mode.equals(run.path("mode").stringValue(null))) {
            return manifest;
        }
        return Json.MAPPER.writeValueAsBytes(run.put("run_id", runId).put("mode", mode));
    }

    byte[] mustReads(byte[] file) {
        return envelope("must_reads", "", List.of(file), "");
    }

    byte[] events(List<byte[]> events) {
        return envelope("events", "[", events, "]");
    }

    private byte[] envelope(String key, String before, List<byte[]> values, String after) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"run_id\":" + quoted(runId) + ",\"mode\":" + quoted(mode) + ",\"" + key + "\":" + before)
                .getBytes(UTF_8));
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            body.writeBytes(values.get(i));
        }
        body.writeBytes((after + "}").getBytes(UTF_8));
        return body.toByteArray();
    }

    private static String quoted(String text) {
        return JsonNodeFactory.instance.stringNode(text).toString();
    }
}
