package org.redress.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockPolicyTest {

    private final ClockPolicy policy = DomainPolicy.policy();

    @ParameterizedTest
    @CsvSource({"FIRST_CONTACT,1 h,2 h,24 h,1 bd", "ASSIGN,30 min,2 bh,4 bh,1 bd", "SIGN,30 min,2 bh,4 bh,1 bd",
            "RESOLVE,24 h,2 bd,4 bd,10 bd", "PROMISE,24 h,3 bd,5 bd,15 bd", "RECALL,4 h,1 bd,1 bd,3 bd"})
    void givesTheBudgetsOfTheDomain(ClockKind kind, String s1, String s2, String s3, String s4) {
        assertThat(Stream.of(Severity.values()).map(severity -> policy.budget(kind, severity).orElseThrow().toString()))
                .containsExactly(s1, s2, s3, s4);
    }

    @Test
    void extendsAndPausesOnlyWhatTheDomainAllows() {
        assertThat(Stream.of(Severity.values()).map(s -> policy.extension(ClockKind.RESOLVE, s).map(Budget::toString).orElse("none")))
                .containsExactly("none", "2 bd", "5 bd", "5 bd");
        assertThat(policy.pause(ClockKind.RESOLVE, Severity.S1)).isEmpty();
        assertThat(policy.pause(ClockKind.RESOLVE, Severity.S2)).contains(Budget.businessDays(5));
        assertThat(policy.pause(ClockKind.SIGN, Severity.S3)).isEmpty();
        assertThat(policy.outsideMargin(ClockKind.RESOLVE, Severity.S2)).contains(Budget.businessDays(1));
        assertThat(policy.budget(ClockKind.OUTSIDE, Severity.S2)).isEqualTo(Optional.empty());
    }

    @Test
    void aMissingRowIsNamed() {
        List<ClockRule> rows = new ArrayList<>(DomainPolicy.rules());
        rows.removeIf(rule -> rule.kind() == ClockKind.SIGN && rule.severity() == Severity.S3);
        assertThatThrownBy(() -> new ClockPolicy(rows)).isInstanceOfSatisfying(PolicyException.class, e -> {
            assertThat(e.code()).isEqualTo("deadline.policy.missing");
            assertThat(e.args()).containsExactly(ClockKind.SIGN, Severity.S3);
        });
    }

    @Test
    void aRowThatComesTwiceIsRefused() {
        List<ClockRule> rows = new ArrayList<>(DomainPolicy.rules());
        rows.add(rows.get(3));
        assertThatThrownBy(() -> new ClockPolicy(rows))
                .isInstanceOfSatisfying(PolicyException.class, e -> assertThat(e.code()).isEqualTo("deadline.policy.twice"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"RESOLVE,S1,24 h,5 bd,,;deadline.policy.neverPauses", "OUTSIDE,S2,2 bd,,,;deadline.policy.outside",
            "RESOLVE,S1,,,,;deadline.policy.budget.text"})
    void aWrongRowIsRefused(String row, String code) {
        assertThatThrownBy(() -> DomainPolicy.rule(row))
                .isInstanceOfSatisfying(PolicyException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 bd", "-1 h", "2", "2 weeks", "1.5 h", "bd 2", "99999999 h"})
    void aWrongBudgetIsRefused(String text) {
        assertThatThrownBy(() -> Budget.parse(text)).isInstanceOf(PolicyException.class);
    }
}
