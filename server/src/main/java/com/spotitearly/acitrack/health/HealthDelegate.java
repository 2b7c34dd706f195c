package com.spotitearly.acitrack.health;

import com.spotitearly.acitrack.generated.api.HealthApiDelegate;
import com.spotitearly.acitrack.generated.model.Health;
import com.spotitearly.acitrack.generated.model.ProbeResult;
import com.spotitearly.acitrack.settings.Settings;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Whether the service is alive, ready and connected to its database. */
@Component
final class HealthDelegate implements HealthApiDelegate {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final DatabaseProbe database;
    private final ApplicationAvailability availability;
    private final String databaseHost;

    HealthDelegate(DatabaseProbe database, ApplicationAvailability availability, Settings settings) {
        this.database = database;
        this.availability = availability;
        this.databaseHost = settings.database().hostAndPort();
    }

    @Override
    public ResponseEntity<Health> getHealth() {
        boolean connected = database.isConnected();
        return answer(
                connected,
                new Health(
                        connected ? Health.StatusEnum.HEALTHY : Health.StatusEnum.UNHEALTHY,
                        connected,
                        databaseHost,
                        OffsetDateTime.now(ZoneOffset.UTC)));
    }

    @Override
    public ResponseEntity<ProbeResult> getLiveness() {
        return probe(availability.getLivenessState() == LivenessState.CORRECT);
    }

    @Override
    public ResponseEntity<ProbeResult> getReadiness() {
        return probe(availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && database.isConnected());
    }

    private static ResponseEntity<ProbeResult> probe(boolean ok) {
        return answer(ok, new ProbeResult(ok ? ProbeResult.StatusEnum.OK : ProbeResult.StatusEnum.UNAVAILABLE));
    }

    private static <T> ResponseEntity<T> answer(boolean ok, T body) {
        if (ok) {
            return ResponseEntity.ok(body);
        }
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .body(body);
    }
}
