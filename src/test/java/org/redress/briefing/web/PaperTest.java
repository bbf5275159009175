package org.redress.briefing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.redress.RedressTest;
import org.redress.briefing.Briefing;
import org.springframework.beans.factory.annotation.Autowired;

/** Briefings on paper and in workbooks, read back. */
class PaperTest extends RedressTest {

    @Autowired
    private BriefingPdf pdf;

    @Autowired
    private BriefingWorkbook workbook;

    @Autowired
    private PaperFont font;

    private PDDocument printed(Briefing briefing, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        pdf.print(briefing, out, locale);
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument paper) throws IOException {
        return new PDFTextStripper().getText(paper);
    }

    @Test
    void chineseOnPaperCanBeSearched() throws IOException {
        try (PDDocument paper = printed(Sample.table1("营业2所的回访提醒做得好"), Locale.SIMPLIFIED_CHINESE)) {
            assertThat(text(paper)).contains("2009年回访简报", "班组情况", "营业1所", "2,775", "99.86%", "99.84%", "11.03%", "99.39%", "3,111", "99.91%", "99.89%",
                    "99.88%", "10.17%", "99.62%", "答案比回访多 4", "营业2所的回访提醒做得好", "经理说明", "1 / 1");
            assertThat(paper.getPage(0).getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1f));
            assertThat(paper.getDocumentInformation().getTitle()).isEqualTo("2009年回访简报");
            assertThat(paper.getDocumentCatalog().getMetadata()).as("an archive's form").isNotNull();
            for (var page : paper.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).as(name.getName()).isTrue();
                }
            }
        }
        try (PDDocument paper = printed(Sample.table1(""), Locale.ENGLISH)) {
            assertThat(text(paper)).contains("Briefing of follow-up calls, year 2009", "Hall 1", "99.86 %", "Four more answers than calls")
                    .doesNotContain("Words of the manager");
        }
    }

    @Test
    void aLongTableRepeatsItsHeadOnPagesThatAreCounted() throws IOException {
        try (PDDocument paper = printed(Sample.causes(90), Locale.SIMPLIFIED_CHINESE)) {
            int pages = paper.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            var strip = new PDFTextStripper();
            for (int page = 1; page <= pages; page++) {
                strip.setStartPage(page);
                strip.setEndPage(page);
                assertThat(strip.getText(paper)).contains(page + " / " + pages);
            }
            strip.setStartPage(pages);
            strip.setEndPage(pages);
            assertThat(strip.getText(paper)).contains("累计占比").contains("原因90");
        }
    }

    @Test
    void lettersThatTheFontLacksStandInVisiblyAndAreNamed() throws IOException {
        String odd = "谢谢😀 \uD86D\uDF40 \u0001 \uD83D 结束";
        try (PDDocument paper = printed(Sample.table1(odd), Locale.ENGLISH)) {
            assertThat(text(paper)).contains("谢谢" + PaperFont.STAND_IN).contains("结束").contains("U+1F600 GRINNING FACE").contains("U+2B740")
                    .contains("U+0001").contains("Letters that the font of this paper does not have");
        }
        try (PDDocument paper = printed(Sample.table1("谢谢"), Locale.ENGLISH)) {
            assertThat(text(paper)).doesNotContain("Letters that the font");
        }
        assertThat(font.has("馃".codePointAt(0))).isTrue();
    }

    @Test
    void markupIsTextAndNothingIsFetched() throws IOException {
        try (PDDocument paper = printed(Sample.table1("<img src=\"http://127.0.0.1:9/x.png\"/><b>fett</b> & so"), Locale.ENGLISH)) {
            assertThat(text(paper)).contains("<img src=").contains("<b>fett</b> & so");
        }
    }

    @Test
    void aWorkbookHasTypedNumbersAndNoFormulas() throws IOException {
        var out = new ByteArrayOutputStream();
        workbook.write(Sample.table1("=HYPERLINK(\"http://x\")"), out, Locale.SIMPLIFIED_CHINESE);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName()).toList()).containsExactly("简报内容", "班组回访数据", "阅读说明");
            List<Row> rows = book.getSheet(1).orElseThrow().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("班组");
            assertThat(rows.get(1).getCellAsNumber(1)).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("2775"));
            assertThat(rows.get(1).getCellAsNumber(6)).hasValueSatisfying(number -> assertThat(number).isEqualByComparingTo("0.9986"));
            List<Row> says = book.getFirstSheet().read();
            assertThat(says.stream().flatMap(row -> row.stream()).filter(cell -> cell != null && cell.getText().startsWith("=")))
                    .hasSize(1).allMatch(cell -> cell.getType() == CellType.STRING);
            assertThat(book.getSheet(2).orElseThrow().read().stream().map(row -> row.getCellText(0))).contains("满意率", "未评价率");
        }
    }
}
