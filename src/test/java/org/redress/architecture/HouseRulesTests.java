package org.redress.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

import org.redress.RedressApplication;

/** The house stands as it was drawn, and every rule can fail: each is run once against classes planted to break it. */
class HouseRulesTests {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.redress");

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.redress.architecture.planted",
            "org.redress.process.planted", "org.redress.deadline.planted");

    static Stream<Map.Entry<String, ArchRule>> rules() {
        return HouseRules.ALL.entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holds(Map.Entry<String, ArchRule> rule) {
        rule.getValue().check(HOUSE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void canFail(Map.Entry<String, ArchRule> rule) {
        assertThat(rule.getValue().evaluate(PLANTED).hasViolation()).as(rule.getKey() + " finds its planted violation").isTrue();
    }

    @Test
    void modulesCallOnlyWhatTheyMay() {
        ApplicationModules modules = ApplicationModules.of(RedressApplication.class);
        modules.verify();
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }

    @Test
    void aModuleThatCallsWhatItMayNotIsFound() {
        ApplicationModules broken = ApplicationModules.of("org.redress.architecture.planted.house",
                new ImportOption.OnlyIncludeTests());
        assertThat(broken.detectViolations().getMessages()).anyMatch(message -> message.contains("kitchen") && message.contains("cellar"));
    }
}
