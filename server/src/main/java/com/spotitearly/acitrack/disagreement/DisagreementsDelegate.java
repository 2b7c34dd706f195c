package com.spotitearly.acitrack.disagreement;

import com.spotitearly.acitrack.generated.api.DisagreementsApiDelegate;
import com.spotitearly.acitrack.generated.model.DisagreementFilters;
import com.spotitearly.acitrack.generated.model.Disagreements;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lists where the models disagree. */
@Component
final class DisagreementsDelegate implements DisagreementsApiDelegate {

    private final DisagreementRepository disagreements;

    DisagreementsDelegate(DisagreementRepository disagreements) {
        this.disagreements = disagreements;
    }

    @Override
    public ResponseEntity<Disagreements> listDisagreements(
            String runId, String agreement, BigDecimal minDelta, Integer limit) {
        List<com.spotitearly.acitrack.generated.model.Disagreement> found =
                disagreements.find(new DisagreementFilter(runId, levels(agreement), minDelta, limit)).stream()
                        .map(DisagreementsDelegate::answer)
                        .toList();
        return ResponseEntity.ok(
                new Disagreements(found.size(), new DisagreementFilters(runId, agreement, minDelta, limit), found));
    }

    private static List<String> levels(String agreement) {
        return agreement == null
                ? null
                : Arrays.stream(agreement.split(",")).map(String::trim).toList();
    }

    private static com.spotitearly.acitrack.generated.model.Disagreement answer(Disagreement event) {
        return new com.spotitearly.acitrack.generated.model.Disagreement(
                event.id(),
                event.runId(),
                event.mode(),
                event.publicationId(),
                event.title(),
                event.agreementLevel(),
                event.disagreements(),
                event.evaluatorRationale(),
                event.claudeScore(),
                event.geminiScore(),
                event.scoreDelta(),
                event.finalRelevancyScore(),
                event.createdAt());
    }
}
