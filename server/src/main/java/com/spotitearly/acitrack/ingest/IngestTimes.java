package com.spotitearly.acitrack.ingest;

import com.spotitearly.acitrack.http.ContractViolation;
import com.spotitearly.acitrack.http.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.openapitools.jackson.nullable.JsonNullable;

/** The contract's {@code IngestTimestamp}, whose pattern the request has met already. */
final class IngestTimes {

    private static final DateTimeFormatter WITH_OR_WITHOUT_ZONE = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private IngestTimes() {}

    /**
     * @return the moment, a time without a zone taken as UTC; null for null or absent
     * @throws ProblemException naming the property when there is no such day
     */
    static OffsetDateTime parse(String property, JsonNullable<String> timestamp) {
        String text = timestamp.orElse(null);
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor parsed =
                    WITH_OR_WITHOUT_ZONE.parseBest(text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime moment ? moment : ((LocalDateTime) parsed).atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw ProblemException.violation(
                    ContractViolation.at("/" + property, "must be a date and time that exists"));
        }
    }
}
