package com.spotitearly.acitrack.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.spotitearly.acitrack.support.ContractDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every operation has contracts in {@code src/test/resources/contracts}, for its success and for an error. */
class ContractCoverageTest {

    @Test
    void everyOperationHasAContractForSuccessAndOneForAnError() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/contracts"))) {
            List<Path> contracts = files.filter(Files::isRegularFile).toList();
            Set<String> covered = contracts.stream()
                    .map(file -> file.getFileName().toString().replaceFirst("[.].*", ""))
                    .collect(Collectors.toSet());
            Set<String> operations = ContractDocument.TREE
                    .get("paths")
                    .valueStream()
                    .flatMap(path -> path.valueStream())
                    .map(operation -> operation.get("operationId").asString())
                    .collect(Collectors.toSet());
            assertThat(covered).isEqualTo(operations);
            for (Path contract : contracts) {
                String text = Files.readString(contract);
                assertThat(text)
                        .as(contract.toString())
                        .containsPattern("status:? 200")
                        .containsPattern("status:? 4\\d\\d");
            }
        }
    }
}
