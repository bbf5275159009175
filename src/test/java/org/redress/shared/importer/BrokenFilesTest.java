package org.redress.shared.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.redress.shared.importer.Samples.HEAD;
import static org.redress.shared.importer.Samples.mapping;
import static org.redress.shared.importer.Samples.utf8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** A file that cannot be read as a whole is refused with one sentence that says where to look. */
class BrokenFilesTest {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String ROW = "1,s,2026-03-01 10:00,5,李华,人民路 1 号\n";

    @Test
    void aByteThatDoesNotBelongIsNamedByLineAndPlace() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(utf8(HEAD + ROW + "2,s,2026-03-01 10:00,5,"));
        file.writeBytes("李华".getBytes(GB18030));
        file.writeBytes(utf8(",x\n"));
        FieldProblem problem = problem(file.toByteArray(), mapping());
        assertThat(problem.key()).isEqualTo("imports.file.encoding");
        assertThat(problem.args()).containsExactly("UTF-8", "3", "24", "C0");
        assertThat(english(problem)).contains("line 3, byte 24").doesNotContain("{");
    }

    @Test
    void gb18030IsReadWhereTheMappingSaysSo() {
        byte[] file = (HEAD + ROW).getBytes(GB18030);
        assertThat(read(file, mapping(GB18030))).containsExactly("李华, 人民路 1 号");
        assertThat(problem(file, mapping()).key()).isEqualTo("imports.file.encoding");
    }

    @Test
    void aByteOrderMarkTellsTheEncodingWhateverTheMappingSays() {
        assertThat(read(utf8("\uFEFF" + HEAD + ROW), mapping())).containsExactly("李华, 人民路 1 号");
        assertThat(read(utf8("\uFEFF" + HEAD + ROW), mapping(GB18030))).containsExactly("李华, 人民路 1 号");
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedByItsLine() {
        FieldProblem problem = problem(utf8(HEAD + ROW + "2,s,2026-03-01 10:00,5,\"Li,x\n3,s,2026-03-01 10:00,5,Li,x\n"), mapping());
        assertThat(problem.key()).isEqualTo("imports.file.quotes");
        assertThat(problem.args()).containsExactly("3");
    }

    @Test
    void aQuoteThatSwallowsRowsUpToTheNextOneIsFoundToo() {
        FieldProblem problem = problem(utf8(HEAD + "2,s,2026-03-01 10:00,5,\"Li,x\n3,s,2026-03-01 10:00,5,\"Li\",x\n"), mapping());
        assertThat(problem.key()).isEqualTo("imports.file.quotes");
        assertThat(problem.args()).containsExactly("2");
    }

    @Test
    void missingColumnsAreNamed() {
        FieldProblem problem = problem(utf8("id,size,to,street\n1,s,Li,x\n"), mapping());
        assertThat(problem.key()).isEqualTo("imports.file.missingColumns");
        assertThat(problem.args()).containsExactly("sent, weight", "id, size, to, street");
    }

    @Test
    void aColumnThatComesTwiceIsNamed() {
        assertThat(problem(utf8("id,size,sent,weight,to,street,to\n"), mapping()).args()).containsExactly("to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2,s,2026-03", "2", "2,s,2026-03-01 10:00,5,Li"})
    void halfAFileIsRefused(String cut) {
        FieldProblem problem = problem(utf8(HEAD + ROW + cut), mapping());
        assertThat(problem.key()).isEqualTo("imports.file.half");
        assertThat(problem.args()).containsExactly("3");
    }

    @Test
    void halfALetterAtTheEndIsRefused() {
        byte[] whole = utf8(HEAD + "1,s,2026-03-01 10:00,5,Li,李");
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThat(problem(cut, mapping()).key()).isEqualTo("imports.file.encoding");
    }

    @Test
    void aLastRowWithoutLineEndIsNoHalfFile() {
        assertThat(read(utf8(HEAD + ROW.strip()), mapping())).hasSize(1);
    }

    @Test
    void emptyFilesAreRefused() {
        assertThat(problem(new byte[0], mapping()).key()).isEqualTo("imports.file.empty");
        assertThat(problem(utf8("\n\n"), mapping()).key()).isEqualTo("imports.file.empty");
        assertThat(problem(utf8(HEAD), mapping()).key()).isEqualTo("imports.file.noRows");
    }

    @Test
    void semicolonsAreReadWhereTheMappingSaysSo() {
        Mapping mapping = MappingReader.read(Samples.MAPPING + "delimiter: ';'\n");
        assertThat(read(utf8(HEAD.replace(',', ';') + "1;s;2026-03-01 10:00;5;Li, Hua;x\n"), mapping)).containsExactly("Li, Hua, x");
    }

    @Test
    void aMappingThatDoesNotFitSaysWhatToMend() {
        assertThatThrownBy(() -> MappingReader.read(Samples.MAPPING.replace("dates:", "date:"))).hasMessageContaining("unknown date");
        assertThatThrownBy(() -> MappingReader.read(Samples.MAPPING.replace("zone: Asia/Shanghai", "zone: Asia/Nowhere")))
                .hasMessageContaining("zone");
        assertThatThrownBy(() -> MappingReader.read("a: [")).isInstanceOf(MappingException.class).hasMessageContaining("YAML");
        assertThatThrownBy(() -> MappingReader.read("!!javax.script.ScriptEngineManager []")).isInstanceOf(MappingException.class);
    }

    private static List<String> read(byte[] file, Mapping mapping) {
        return ReadFile.of(file, mapping, new Samples.Parcels()).lines().stream().map(line -> line.row().text("label")).toList();
    }

    private static FieldProblem problem(byte[] file, Mapping mapping) {
        try {
            CsvFileReader.read(file, mapping);
        } catch (Problem e) {
            return e.fields().get(0);
        }
        throw new AssertionError("was read");
    }

    private static String english(FieldProblem problem) {
        ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:messages/imports");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return messages.getMessage(problem.key(), problem.args().toArray(), Locale.ENGLISH);
    }
}
