package org.redress.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;

import com.tngtech.archunit.lang.ArchRule;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that the compiler does not know, by name. */
final class HouseRules {

    static final ArchRule ENGINE_BEHIND_ITS_PORT = noClasses().that().resideOutsideOfPackage("org.redress.process..")
            .should().dependOnClassesThat().resideInAPackage("org.camunda..")
            .because("moving to another Camunda fork must touch one package");

    static final ArchRule NOBODY_CALLS_PROCESS = noClasses().that().resideOutsideOfPackage("org.redress.process..")
            .should().dependOnClassesThat().resideInAPackage("org.redress.process..")
            .because("arrows point from process to the modules, never back");

    static final ArchRule DEADLINE_IS_PURE = noClasses().that().resideInAPackage("org.redress.deadline..")
            .should().dependOnClassesThat().resideOutsideOfPackages("org.redress.deadline..", "java..", "org.jspecify..")
            .because("clocks are checked line by line, without a framework in the way");

    static final ArchRule TIME_IS_INJECTED = noClasses()
            .should().callMethod(Instant.class, "now")
            .orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(LocalDateTime.class, "now")
            .orShould().callMethod(OffsetDateTime.class, "now")
            .orShould().callMethod(ZonedDateTime.class, "now")
            .orShould().callMethod(System.class, "currentTimeMillis")
            .because("tests and simulation move time");

    static final ArchRule NOBODY_SLEEPS = noClasses()
            .should().callMethod(Thread.class, "sleep", long.class)
            .because("what waits, waits for a condition");

    static final ArchRule PAGES_IN_WEB = classes().that().areAnnotatedWith(Controller.class).or().areAnnotatedWith(RestController.class)
            .should().resideInAPackage("..web..")
            .because("the root of a module is for other modules");

    static final ArchRule NO_TRANSACTION_IN_WEB = noClasses().that().resideInAPackage("..web..")
            .should().beAnnotatedWith(Transactional.class)
            .because("the service owns the one transaction of a user action");

    static final Map<String, ArchRule> ALL = Map.of(
            "ENGINE_BEHIND_ITS_PORT", ENGINE_BEHIND_ITS_PORT,
            "NOBODY_CALLS_PROCESS", NOBODY_CALLS_PROCESS,
            "DEADLINE_IS_PURE", DEADLINE_IS_PURE,
            "TIME_IS_INJECTED", TIME_IS_INJECTED,
            "NOBODY_SLEEPS", NOBODY_SLEEPS,
            "PAGES_IN_WEB", PAGES_IN_WEB,
            "NO_TRANSACTION_IN_WEB", NO_TRANSACTION_IN_WEB);

    private HouseRules() {
    }
}
