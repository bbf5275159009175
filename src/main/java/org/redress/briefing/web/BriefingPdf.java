package org.redress.briefing.web;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.redress.briefing.Briefing;
import org.redress.briefing.BriefingContent.Table;
import org.redress.shared.web.PageTimes;
import org.redress.shared.web.PersonNames;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** A briefing on paper: A4, text that can be searched, in the form of an archive (PDF/A-2), which brings all its letters along. */
@Component
class BriefingPdf {

    private static final int NORMAL = 400;

    private final ITemplateEngine templates;
    private final BriefingTexts texts;
    private final PersonNames names;
    private final PageTimes times;
    private final ChartSvg charts;
    private final PaperFont font;
    private final String styles;

    static {
        XRLog.setLoggingEnabled(false); // it tells every step on the console; what goes wrong is thrown
    }

    BriefingPdf(ITemplateEngine templates, BriefingTexts texts, PersonNames names, PageTimes times, ChartSvg charts, PaperFont font) throws IOException {
        this.templates = templates;
        this.texts = texts;
        this.names = names;
        this.times = times;
        this.charts = charts;
        this.font = font;
        this.styles = new ClassPathResource("briefing/paper.css").getContentAsString(StandardCharsets.UTF_8);
    }

    /** Templates draw a chart through this. */
    public interface Drawing {

        String of(Table table);
    }

    void print(Briefing briefing, OutputStream out, Locale locale) throws IOException {
        String page = page(briefing, List.of(), locale);
        Set<Integer> missing = missing(page);
        if (!missing.isEmpty()) {
            page = readable(page(briefing, missing.stream().map(BriefingPdf::named).toList(), locale));
        }
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(font::open, PaperFont.FAMILY, NORMAL, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useExternalResourceAccessControl((address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withProducer("Redress");
        builder.withHtmlContent(page.replace("</head>", "<style>" + styles + "</style></head>"), null);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            builder.useSVGDrawer(drawer);
            ByteArrayOutputStream paper = new ByteArrayOutputStream();
            builder.toStream(paper);
            builder.run();
            new SearchableText(font).write(paper.toByteArray(), out);
        }
    }

    /** @param letters names of those the font does not have */
    private String page(Briefing briefing, List<String> letters, Locale locale) {
        Context context = new Context(locale);
        context.setVariable("briefing", briefing);
        context.setVariable("content", briefing.content());
        context.setVariable("title", texts.title(briefing.content(), locale));
        context.setVariable("texts", texts);
        context.setVariable("times", times);
        context.setVariable("drawing", (Drawing) table -> charts.draw(table, Objects.requireNonNull(table.chart()), locale));
        context.setVariable("by", briefing.endedBy() == null ? null : names.name(briefing.endedBy(), locale));
        context.setVariable("onPaper", true);
        context.setVariable("letters", letters);
        context.setVariable("standIn", PaperFont.STAND_IN);
        return templates.process("briefing/paper", context);
    }

    private Set<Integer> missing(String page) {
        return page.codePoints().filter(letter -> !font.has(letter)).boxed().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String readable(String page) {
        StringBuilder readable = new StringBuilder(page.length());
        page.codePoints().forEach(letter -> {
            if (font.has(letter)) {
                readable.appendCodePoint(letter);
            } else {
                readable.append(PaperFont.STAND_IN);
            }
        });
        return readable.toString();
    }

    /** "U+1F600 GRINNING FACE". */
    private static String named(int letter) {
        String name = Character.getName(letter);
        return "U+%04X".formatted(letter) + (name == null ? "" : " " + name);
    }
}
