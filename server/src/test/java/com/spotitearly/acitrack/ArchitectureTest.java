package com.spotitearly.acitrack;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;

/** Data flow one way: generated controller, delegate, service, repository. */
class ArchitectureTest {

    private static final String GENERATED = "com.spotitearly.acitrack.generated..";

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.spotitearly.acitrack");

    @Test
    void repositoriesDoNotKnowTheWeb() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(GENERATED, "com.spotitearly.acitrack.http..", "org.springframework.web..")
                .check(classes);
    }

    @Test
    void servicesDoNotKnowGeneratedTypes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GENERATED)
                .check(classes);
    }

    @Test
    void onlyRepositoriesSpeakSql() {
        noClasses()
                .that()
                .areNotAnnotatedWith(Repository.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(classes);
    }

    @Test
    void nothingCallsUpward() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .or()
                .haveSimpleNameEndingWith("Service")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Delegate")
                .check(classes);
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Service")
                .check(classes);
    }

    @Test
    void controllersAreGenerated() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAPackage(GENERATED)
                .check(classes);
    }

    @Test
    void everyGeneratedOperationIsWrittenByHand() {
        for (JavaClass delegate : classes) {
            if (delegate.getPackageName().endsWith("generated.api")
                    && delegate.getSimpleName().endsWith("ApiDelegate")) {
                Set<JavaClass> byHand = delegate.getSubclasses().stream()
                        .filter(implementation ->
                                !implementation.getPackageName().endsWith("generated.api"))
                        .collect(Collectors.toSet());
                assertThat(byHand).as(delegate.getSimpleName()).hasSize(1);
                assertThat(byHand.iterator().next().getMethods().stream().map(JavaMethod::getName))
                        .containsAll(delegate.getMethods().stream()
                                .map(JavaMethod::getName)
                                .filter(name -> !name.equals("getRequest") && !name.startsWith("lambda$"))
                                .toList());
            }
        }
    }

    @Test
    void handWrittenCodeStaysOutOfTheGeneratedPackages() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src"))) {
            assertThat(sources.filter(path -> path.toString().contains("acitrack/generated")))
                    .isEmpty();
        }
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("com.spotitearly.acitrack.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }
}
