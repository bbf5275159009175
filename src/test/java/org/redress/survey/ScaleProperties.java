package org.redress.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.redress.shared.Bilingual;
import org.redress.shared.Problem;
import org.redress.survey.Scale.Grade;
import org.redress.worklist.form.FormTranslation;

/** Whatever scale a company thinks of: its grades are the choices, in its order, in both languages, and mean what they say; nothing else is taken. */
class ScaleProperties {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Property(tries = 200)
    void theGradesOfTheScaleAreTheChoices(@ForAll("scales") Scale scale) throws JsonProcessingException {
        JsonNode form = JSON.readTree("""
                {"components": [{"type": "group", "components": [{"type": "select", "key": "rating", "label": "How", "valuesExpression": "=x",
                  "properties": {"scale": "%s", "zh-CN.label": "如何", "zh-CN.option.OLD": "旧"}}]}]}""".formatted(scale.code()));
        QuestionnaireForms.fill(form, List.of(scale));
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            JsonNode asked = FormTranslation.in(locale, form).at("/components/0/components/0");
            assertThat(asked.has("valuesExpression")).isFalse();
            assertThat(StreamSupport.stream(asked.path("values").spliterator(), false)
                    .map(option -> option.path("value").asText() + "=" + option.path("label").asText()).toList())
                    .isEqualTo(scale.grades().stream().map(grade -> grade.code() + "=" + grade.name().in(locale)).toList());
        }
    }

    @Property(tries = 200)
    void aGradeMeansWhatItsScaleSaysAndAnythingElseIsRefused(@ForAll("scales") Scale scale, @ForAll("codes") String other) {
        for (Grade grade : scale.grades()) {
            assertThat(ScaleBook.meaning(List.of(scale), scale.code(), grade.code())).isEqualTo(grade.meaning());
        }
        assertThat(ScaleBook.meaning(List.of(scale), scale.code(), " ")).isNull();
        if (scale.grade(other).isEmpty()) {
            try {
                ScaleBook.meaning(List.of(scale), scale.code(), other);
                throw new AssertionError(other + " was taken");
            } catch (Problem problem) {
                assertThat(problem.fields()).singleElement().satisfies(field -> {
                    assertThat(field.field()).isEqualTo("rating");
                    assertThat(field.args()).contains(other, scale.codes());
                });
            }
        }
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.strings().withChars("ABCXYZ0123456789_").ofMinLength(1).ofMaxLength(16);
    }

    @Provide
    Arbitrary<Scale> scales() {
        Arbitrary<Set<String>> several = codes().set().ofMinSize(2).ofMaxSize(11);
        Arbitrary<List<Meaning>> meanings = Arbitraries.of(Meaning.class).list().ofSize(11);
        Arbitrary<List<String>> names = Arbitraries.strings().withChars("abc 好坏一般0-9'{}\"").ofMinLength(1).ofMaxLength(12).list().ofSize(22);
        return Combinators.combine(several, meanings, names).as((codes, means, words) -> {
            List<Grade> grades = new ArrayList<>();
            for (String code : codes) {
                int at = grades.size();
                grades.add(new Grade(code, at + 1, new Bilingual(words.get(2 * at), words.get(2 * at + 1)), means.get(at), null));
            }
            return new Scale("S1", new Bilingual("Some", "某"), true, grades);
        });
    }
}
