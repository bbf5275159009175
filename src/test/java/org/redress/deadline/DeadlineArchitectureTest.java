package org.redress.deadline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The room is plain Java and never asks what time it is: the same ledger reads the same for ever. */
class DeadlineArchitectureTest {

    private static final String HERE = "org.redress.deadline..";
    private static final Set<String> CLOCK_READS = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");

    private final ArchRule plainJava = classes().that().resideInAPackage(HERE)
            .should().onlyDependOnClassesThat().resideInAnyPackage(HERE, "java.lang..", "java.util..", "java.time..", "java.io..",
                    "java.nio..", "java.math..", "org.jspecify..");

    private final ArchRule noClock = noClasses().that().resideInAPackage(HERE)
            .should().callMethodWhere(DescribedPredicate.describe("it reads a clock", (JavaCall<?> call) ->
                    CLOCK_READS.contains(call.getName()) && !call.getTargetOwner().getPackageName().startsWith("org.redress")))
            .orShould().dependOnClassesThat(DescribedPredicate.describe("are a clock", (JavaClass type) ->
                    type.isEquivalentTo(Clock.class) || type.isEquivalentTo(Date.class)));

    private final JavaClasses product = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.redress.deadline");

    @Test
    void isPlainJava() {
        assertThat(product).hasSizeGreaterThan(20);
        plainJava.check(product);
    }

    @Test
    void readsNoClock() {
        noClock.check(product);
    }

    @Test
    void theRulesFindAPlantedViolation() {
        JavaClasses planted = new ClassFileImporter().importPackages("org.redress.deadline.planted");
        assertThat(plainJava.evaluate(planted).hasViolation()).isTrue();
        assertThat(noClock.evaluate(planted).getFailureReport().getDetails()).anyMatch(detail -> detail.contains("Instant.now()"));
    }
}
