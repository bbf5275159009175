package org.redress.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.redress.process.gate.Canary;
import org.redress.process.gate.GateParts;
import org.redress.process.gate.Hostile;
import org.redress.process.gate.HostileModels;
import org.redress.process.gate.HostileModels.Company;
import org.redress.process.gate.ModelGate;
import org.redress.process.gate.ModelProblem;
import org.redress.process.gate.ModelRefused;
import org.redress.process.gate.ModelWords;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing hostile comes in or does anything on its way, and each guard of the gate is the only one that stops something. */
class HostileModelsTest extends EngineTest {

    private static final int PROMISED = 200;
    private static final List<HouseTable> ANSWERS = List.of(new ClockPolicyRules(), new LadderRules(), new SamplingRules());
    /** The words of {@link EngineTest}, without an application around them. */
    private static final ModelWords WORDS = new ModelWords() {

        @Override
        public boolean isStep(String name) {
            return name.equals("noteStep");
        }

        @Override
        public boolean isFunctions(String name) {
            return name.equals("probe");
        }

        @Override
        public boolean declares(String name, String function) {
            return isFunctions(name) && function.equals("due");
        }
    };
    private static final ModelGate GATE = new ModelGate(WORDS, ANSWERS);
    /** Told by another test than this: a text too slow to read, a table with another gap, what only the second net sees. */
    private static final Pattern ELSEWHERE = Pattern.compile("studio\\.finding\\.gate\\.(parsed|feelTime|table|tableTime|clock\\w+|ladder\\w+|sampling\\w+)");
    private static final Map<Hostile, List<ModelProblem>> REFUSED = files().collect(Collectors.toMap(file -> file, file -> GATE.check(file.file(), file.content())));
    private static final Map<Hostile, Set<String>> SPEAKING = files().collect(Collectors.toMap(file -> file, file -> GateParts.speaking(file, WORDS, ANSWERS)));

    @Autowired
    JdbcClient jdbc;

    static Stream<Hostile> files() {
        return HostileModels.files();
    }

    static Stream<Company> companies() {
        return HostileModels.companies();
    }

    static Stream<String> guards() {
        return GateParts.names(WORDS, ANSWERS).stream();
    }

    @Test
    void theCorpusIsAsLargeAsPromisedAndNoFileIsInItTwice() {
        Set<String> seen = new HashSet<>();
        assertThat(files().map(Hostile::what).filter(what -> !seen.add(what)).toList()).isEmpty();
        assertThat(seen).hasSizeGreaterThan(PROMISED);
    }

    @ParameterizedTest
    @MethodSource("files")
    void isRefusedForTheReasonItShould(Hostile file) {
        List<ModelProblem> problems = REFUSED.get(file);
        assertThat(problems).isNotEmpty().allSatisfy(problem -> assertThat(problem.file()).isEqualTo(file.file()));
        if (!file.expected().isEmpty()) {
            assertThat(problems).anySatisfy(problem -> assertThat(problem.key()).isEqualTo("studio.finding.gate." + file.expected()));
        }
        assertThat(Canary.isSilent()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("companies")
    void isRefusedTogetherThoughNotAlone(Company company) {
        company.files().forEach((name, content) -> assertThat(GATE.check(name, content)).as(name).isEmpty());
        assertThat(GATE.check(company.files())).anySatisfy(problem -> assertThat(problem.key()).isEqualTo("studio.finding.gate." + company.expected()));
    }

    @Test
    void leavesNothingInTheEngine() {
        Map<String, Long> before = rows();
        Set<String> parsed = Set.copyOf(engine.getDeploymentCache().getProcessDefinitionCache().keySet());
        SoftAssertions all = new SoftAssertions();
        files().forEach(file -> all.assertThatThrownBy(() -> repository.createDeployment().name("hostile")
                .addInputStream(file.file(), new ByteArrayInputStream(file.content())).deploy()).as(file.what()).isInstanceOf(ModelRefused.class));
        companies().forEach(company -> all.assertThatThrownBy(() -> {
            var deployment = repository.createDeployment().name("hostile");
            company.files().forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            deployment.deploy();
        }).as(company.what()).isInstanceOf(ModelRefused.class));
        all.assertAll();
        assertThat(rows()).isEqualTo(before);
        assertThat(Set.copyOf(engine.getDeploymentCache().getProcessDefinitionCache().keySet())).isEqualTo(parsed);
        assertThat(Canary.isSilent()).isTrue();
    }

    @Test
    void oneHostileFileKeepsTheGoodOnesOutToo() {
        Map<String, Long> before = rows();
        assertThatThrownBy(() -> repository.createDeployment().name("mixed").addString("good.bpmn", process("<bpmn:startEvent id='s'/>")
                .replace("id=\"probe\"", "id=\"good\"")).addString("probe.bpmn", process("<bpmn:scriptTask id='x'/>")).deploy()).isInstanceOf(ModelRefused.class);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("guards")
    void isTheOnlyOneThatStopsSomething(String guard) {
        ModelGate hole = GateParts.without(guard, WORDS, ANSWERS);
        assertThat(SPEAKING.entrySet().stream().filter(entry -> entry.getValue().equals(Set.of(guard))).map(Map.Entry::getKey)
                .anyMatch(file -> hole.check(file.file(), file.content()).isEmpty())
                || companies().anyMatch(company -> hole.check(company.files()).isEmpty())).as("something gets in without " + guard).isTrue();
    }

    @Test
    void everyReasonIsASentenceInBothLanguagesThatSaysHowToMendIt() {
        ResourceBundle english = ResourceBundle.getBundle("messages/studio-gate", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("messages/studio-gate", Locale.SIMPLIFIED_CHINESE);
        Set<String> said = new TreeSet<>();
        Stream.concat(REFUSED.values().stream().flatMap(List::stream),
                companies().flatMap(company -> GATE.check(company.files()).stream())).forEach(problem -> {
                    said.add(problem.key());
                    for (ResourceBundle language : List.of(english, chinese)) {
                        assertThat(new MessageFormat(language.getString(problem.key())).format(problem.args().toArray())).doesNotContainPattern("\\{\\d}");
                    }
                });
        Set<String> unsaid = new TreeSet<>(english.keySet());
        unsaid.removeAll(said);
        assertThat(unsaid).as("sentences that no file of the corpus brings out").allMatch(key -> ELSEWHERE.matcher(key).matches());
    }

    private Map<String, Long> rows() {
        return Stream.of("act_re_deployment", "act_re_procdef", "act_re_decision_def", "act_ge_bytearray", "act_ru_job", "act_ru_jobdef", "act_ru_event_subscr",
                "act_ru_execution").collect(Collectors.toMap(table -> table, table -> jdbc.sql("select count(*) from public." + table).query(Long.class).single()));
    }
}
