package com.spotitearly.acitrack.client.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.client.TestRun;
import com.spotitearly.acitrack.client.TestServer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line in a process of its own, as cron starts it. */
@Timeout(120)
class ProcessTest {

    private static final int EVENTS = 40_000;

    private final TestServer server = new TestServer();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void uploadsAFileThatIsLargerThanItsMemory() throws IOException, InterruptedException {
        server.forgetting().ingesting();
        TestRun.write(directory, 0);
        Path events = directory.resolve("tri_model_events.jsonl");
        String text = "\"text\": \"" + "x".repeat(1024) + "\", \"publication_id\"";
        try (BufferedWriter lines = Files.newBufferedWriter(events)) {
            for (int i = 0; i < EVENTS; i++) {
                lines.write(TestRun.event("p" + i).replace("\"publication_id\"", text));
                lines.newLine();
            }
        }
        assertThat(Files.size(events)).isGreaterThan(40L << 20);

        assertThat(acitrack("-Xmx32m", "ingest", directory.toString())).isZero();
        assertThat(output("out"))
                .isEqualToIgnoringNewLines("run-1 (daily): 40,000 events stored, 40,000 of them new and 0 updated");
    }

    @Test
    void speaksUtf8WithoutALocale() throws IOException, InterruptedException {
        server.always(TestServer.ok("{\"publication_id\":\"p\",\"title\":\"Größe – 日本\"}"));

        assertThat(acitrack("-Dfile.encoding=US-ASCII", "paper", "p")).isZero();
        assertThat(output("out")).contains("Größe – 日本");
        assertThat(output("err")).isEmpty();
    }

    private int acitrack(String jvmOption, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                jvmOption,
                "-cp",
                System.getProperty("java.class.path"),
                Acitrack.class.getName()));
        command.addAll(List.of(args));
        ProcessBuilder process = new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        process.environment().put("BACKEND_URL", server.url());
        process.environment().put("BACKEND_API_KEY", "key");
        process.environment().put("LC_ALL", "C");
        process.environment().remove("JAVA_TOOL_OPTIONS");
        return process.start().waitFor();
    }

    private String output(String name) throws IOException {
        return Files.readString(directory.resolve(name), UTF_8);
    }
}
