package com.spotitearly.acitrack.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a run's folder from end to end before anything is sent. Events are read as a stream. */
public final class RunInspector {

    private static final Set<String> AGREEMENT_LEVELS = Set.of("high", "moderate", "low");

    private final UploadOptions options;

    /** An inspector for uploads with these options. */
    public RunInspector(UploadOptions options) {
        this.options = options;
    }

    /**
     * Reads the folder.
     *
     * @return what it holds
     * @throws InvalidRunException when it cannot be stored, naming the file and the line; also, when the options are
     *     strict, at any warning
     */
    public InspectedRun inspect(Path directory) {
        RunFolder folder = new RunFolder(directory);
        if (!Files.isRegularFile(folder.manifest())) {
            throw new InvalidRunException(directory + " holds no manifest.json");
        }
        Findings findings = new Findings(options.rules());
        byte[] manifestBytes = RunFolder.read(folder.manifest());
        JsonNode manifest = RunFolder.parse(folder.manifest(), manifestBytes);
        String runId = identity(folder, manifest, "run_id", options.runId());
        String mode = identity(folder, manifest, "mode", options.mode());
        RunPayloads payloads = new RunPayloads(runId, mode);
        findings.check(folder.manifest().getFileName() + ": ", "RunIngest", payloads.run(manifestBytes));
        inspectMustReads(folder, payloads, findings);
        long events = inspectEvents(folder, runId, findings);
        JsonNode announced = manifest.path("counts").path("gpt_evaluations");
        if (announced.isNumber() && announced.asLong() != events) {
            findings.warnings().add("manifest.json announces " + announced + " events, there are " + events);
        }
        findings.conclude(options.strict());
        return new InspectedRun(runId, mode, events, findings.warnings().all());
    }

    private static String identity(RunFolder folder, JsonNode manifest, String key, String instead) {
        String value = instead != null ? instead : manifest.path(key).stringValue("");
        if (value.isBlank()) {
            throw InvalidRunException.in(folder.manifest(), "has no " + key);
        }
        return value;
    }

    private void inspectMustReads(RunFolder folder, RunPayloads payloads, Findings findings) {
        if (!Files.isRegularFile(folder.mustReads())) {
            findings.warnings().add("must_reads.json is missing, so no must-reads will be stored");
            return;
        }
        byte[] bytes = RunFolder.read(folder.mustReads());
        JsonNode mustReads = RunFolder.parse(folder.mustReads(), bytes);
        if (!mustReads.path("must_reads").isArray()) {
            throw InvalidRunException.in(folder.mustReads(), "has no array must_reads");
        }
        findings.check(folder.mustReads().getFileName() + ": ", "MustReadsIngest", payloads.mustReads(bytes));
        JsonNode announced = mustReads.path("must_reads_count");
        int found = mustReads.path("must_reads").size();
        if (announced.isNumber() && announced.asInt() != found) {
            findings.warnings().add("must_reads.json announces " + announced + " must-reads, there are " + found);
        }
    }

    private long inspectEvents(RunFolder folder, String runId, Findings findings) {
        if (!Files.isRegularFile(folder.events())) {
            findings.warnings().add("tri_model_events.jsonl is missing, so no events will be stored");
            return 0;
        }
        long count = 0;
        try (EventLines lines = new EventLines(folder.events())) {
            while (lines.hasNext()) {
                byte[] line = lines.next();
                inspectEvent(parse(folder, lines, line), runId, lines.lineNumber(), findings.warnings());
                findings.check("line " + lines.lineNumber() + ": ", "TriModelEventIngest", line);
                count++;
            }
        }
        return count;
    }

    private static JsonNode parse(RunFolder folder, EventLines lines, byte[] line) {
        String broken;
        try {
            JsonNode event = RunFolder.object(Json.MAPPER.readTree(line));
            if (!event.path("publication_id").stringValue("").isBlank()) {
                return event;
            }
            broken = "has no publication_id";
        } catch (JacksonException e) {
            broken = RunFolder.brokenJson(e);
        } catch (IllegalArgumentException e) {
            broken = e.getMessage();
        }
        throw InvalidRunException.in(folder.events(), lines.lineNumber(), broken);
    }

    private void inspectEvent(JsonNode event, String runId, long line, Warnings warnings) {
        String agreement = event.path("agreement_level").stringValue(null);
        if (agreement != null && !AGREEMENT_LEVELS.contains(agreement)) {
            warnings.addLine("Unknown agreement_level '" + agreement + "'", line);
        }
        if (!event.path("final_relevancy_score").isNumber()) {
            warnings.addLine("final_relevancy_score is missing", line);
        }
        for (String reviewer : List.of("claude", "gemini")) {
            if (!Scores.hasScore(event.path(reviewer + "_review"))) {
                warnings.addLine("The score of " + reviewer + " is missing", line);
            }
        }
        String ownRun = event.path("run_id").stringValue(runId);
        if (options.runId() == null && !ownRun.equals(runId)) {
            warnings.addLine("run_id is that of another run", line);
        }
    }
}
