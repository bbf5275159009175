package org.redress.shared.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.redress.shared.importer.Samples.HEAD;
import static org.redress.shared.importer.Samples.mapping;
import static org.redress.shared.importer.Samples.utf8;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redress.shared.FieldProblem;

/** Rows become fields, or say what is wrong with them; good rows stand beside bad ones. */
class RowsTest {

    @Test
    void cellsBecomeFields() {
        ImportRow row = lines("7,大,2026-03-01 10:00,5,Li,?").get(0).row();
        assertThat(row.key()).isEqualTo("7");
        assertThat(row.line()).isEqualTo(2);
        assertThat(row.values()).isEqualTo(Map.of("size", "LARGE", "sentAt", Instant.parse("2026-03-01T02:00:00Z"), "weight", 5, "label", "Li"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "1,xl,2026-03-01 10:00,5,Li,x       | size   | imports.row.value",
            "1,,2026-03-01 10:00,5,Li,x         | size   | imports.row.missing",
            "1,s,01.03.2026,5,Li,x              | sent   | imports.row.moment",
            "1,s,2026-02-30 10:00,5,Li,x        | sent   | imports.row.moment",
            "1,s,2026-03-01 10:00,five,Li,x     | weight | imports.row.number",
            "1,s,2026-03-01 10:00,2000,Li,x     | weight | imports.row.tooLong",
            ",s,2026-03-01 10:00,5,Li,x         | id     | imports.row.key",
            "1,s,2026-03-01 10:00,5,,           | label  | imports.row.missing",
            "1,s,2026-03-01 10:00,5,Li,x,y      | ''     | imports.row.width",
            "1,s,2026-03-01 10:00,5             | ''     | imports.row.width"
    })
    void eachWrongCellIsNamed(String row, String column, String key) {
        List<ReadFile.Line> lines = lines(row.strip(), "2,s,2026-03-01 10:00,5,Li,x");
        assertThat(lines.get(0).problems()).extracting(FieldProblem::field, FieldProblem::key).containsExactly(org.assertj.core.groups.Tuple.tuple(column, key));
        assertThat(lines.get(1).row()).isNotNull();
    }

    @Test
    void everythingWrongWithARowIsSaidAtOnce() {
        assertThat(lines("1,xl,never,much,,").get(0).problems()).extracting(FieldProblem::field).containsExactlyInAnyOrder("size", "sent", "weight", "label");
    }

    @Test
    void aKeyThatComesAgainIsARepetition() {
        List<ReadFile.Line> lines = lines("1,s,2026-03-01 10:00,5,Li,x", "1,l,2026-03-01 10:00,5,Li,x");
        assertThat(lines.get(1).row()).isNull();
        assertThat(lines.get(1).isRejected()).isFalse();
    }

    @Test
    void rowsOfOneStoryAreAllKept() {
        Mapping notes = MappingReader.read(Samples.MAPPING + "repeat: note\n");
        List<ReadFile.Line> lines = ReadFile.of(utf8(HEAD + "1,s,,,Li,x\n1,l,,,Li,x\n"), notes, new Samples.Parcels()).lines();
        assertThat(lines).allMatch(line -> line.row() != null);
    }

    @Test
    void refusedRowsComeBackAsAFileThatCanBeMendedAndSentAgain() {
        String sent = HEAD + "1,xl,2026-03-01 10:00,5,=HYPERLINK(1),+86 755\n2,s,2026-03-01 10:00,5,Li,x\n3,s,2026-03-01 10:00,5,'-x,\"a, b\"\n3,s\n";
        ReadFile read = ReadFile.of(utf8(sent), mapping(), new Samples.Parcels());
        List<Reject> rejects = read.lines().stream().map(line -> new Reject(line.source().line(), line.source().cells(),
                line.isRejected() ? line.problems() : List.of(FieldProblem.of("", "x")))).toList();
        byte[] file = RejectFile.write(read.file().header(), ',', rejects, FieldProblem::key);
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFid,size,sent,weight,to,street,line,error");
        assertThat(text).contains("'=HYPERLINK(1)", "'+86 755", "''-x", "size: imports.row.value");
        String mended = text.replace("xl,", "l,").lines().filter(line -> !line.contains("imports.row.width")).reduce("", (a, b) -> a + b + "\n");
        List<ReadFile.Line> again = ReadFile.of(utf8(mended), mapping(), new Samples.Parcels()).lines();
        assertThat(again).extracting(line -> line.row().text("label")).containsExactly("=HYPERLINK(1), +86 755", "Li, x", "'-x, a, b");
    }

    private static List<ReadFile.Line> lines(String... rows) {
        return ReadFile.of(utf8(HEAD + String.join("\n", rows) + "\n"), mapping(), new Samples.Parcels()).lines();
    }
}
