package com.spotitearly.acitrack.client.cli;

import com.spotitearly.acitrack.client.FeedbackLinks;
import com.spotitearly.acitrack.client.FeedbackLinks.Vote;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
        name = "sign-link",
        description =
                "Prints the signed thumbs-up and thumbs-down links of a publication in the weekly digest. Asks no server.")
final class SignLinkCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "ID", description = "The publication_id.")
    private String publicationId;

    @Option(
            names = "--week-start",
            required = true,
            paramLabel = "DATE",
            converter = Day.class,
            description = "First day, e.g. 2026-01-05.")
    private LocalDate weekStart;

    @Option(
            names = "--week-end",
            paramLabel = "DATE",
            converter = Day.class,
            description = "Last day. Default: six days after the first.")
    private LocalDate weekEnd;

    @Option(names = "--time", paramLabel = "UNIX", description = "When it was signed, in seconds. Default: now.")
    private Long time;

    @Option(names = "--url", paramLabel = "URL", description = "Where the service is. Default: BACKEND_URL.")
    private String url;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "A file that holds the secret. Default: the environment's DIGEST_FEEDBACK_SECRET.")
    private Path secretFile;

    SignLinkCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        FeedbackLinks links = new FeedbackLinks(url != null ? url : needed("BACKEND_URL", "--url"), secret());
        LocalDate lastDay = weekEnd == null ? weekStart.plusDays(6) : weekEnd;
        Instant signedAt = time == null ? Instant.now() : Instant.ofEpochSecond(time);
        Map<String, String> byVote = new LinkedHashMap<>();
        for (Vote vote : Vote.values()) {
            byVote.put(vote.name().toLowerCase(Locale.ROOT), link(links, lastDay, vote, signedAt));
        }
        String text = byVote.entrySet().stream()
                .map(link -> link.getKey() + "\t" + link.getValue())
                .collect(Collectors.joining(System.lineSeparator()));
        output.print(byVote, text);
        return ExitCode.OK;
    }

    private String link(FeedbackLinks links, LocalDate lastDay, Vote vote, Instant signedAt) {
        try {
            return links.link(publicationId, weekStart, lastDay, vote, signedAt).toString();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private String secret() {
        return secretFile != null ? Secrets.read(secretFile, spec) : needed("DIGEST_FEEDBACK_SECRET", "--secret-file");
    }

    private String needed(String variable, String option) {
        return environment
                .variable(variable)
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), variable + " or " + option + " is needed"));
    }

    private static final class Day implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + text + "' is not a date such as 2026-01-05");
            }
        }
    }
}
