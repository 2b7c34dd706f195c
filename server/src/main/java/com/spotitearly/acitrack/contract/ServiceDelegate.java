package com.spotitearly.acitrack.contract;

import com.spotitearly.acitrack.generated.api.ServiceApiDelegate;
import com.spotitearly.acitrack.generated.model.Endpoint;
import com.spotitearly.acitrack.generated.model.ServiceInfo;
import com.spotitearly.acitrack.json.RawJson;
import com.spotitearly.acitrack.settings.Settings;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What this service is, and its contract. */
@Component
final class ServiceDelegate implements ServiceApiDelegate {

    private final Contract contract;
    private final Settings settings;

    ServiceDelegate(Contract contract, Settings settings) {
        this.contract = contract;
        this.settings = settings;
    }

    @Override
    public ResponseEntity<ServiceInfo> getServiceInfo() {
        return ResponseEntity.ok(new ServiceInfo(
                contract.title(),
                contract.version(),
                "ok",
                "/openapi.json",
                "/openapi-gpt.json",
                contract.operations().stream()
                        .map(operation -> new Endpoint(operation.method(), operation.path(), operation.summary()))
                        .toList()));
    }

    @Override
    public ResponseEntity<RawJson> getContract() {
        return ResponseEntity.ok(new RawJson(contract.document(publicUrl())));
    }

    @Override
    public ResponseEntity<RawJson> getGptContract() {
        return ResponseEntity.ok(new RawJson(contract.gptDocument(publicUrl())));
    }

    private String publicUrl() {
        return settings.publicBaseUrl()
                .map(URI::toString)
                .orElseGet(() ->
                        ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
    }
}
