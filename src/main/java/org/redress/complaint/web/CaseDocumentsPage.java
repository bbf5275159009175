package org.redress.complaint.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.complaint.CaseDocuments;
import org.redress.complaint.CaseReader;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Documents of a case. A download never runs in the browser: always an attachment, never sniffed, in a sandbox. */
@Controller
@RequestMapping("/cases/{number}/documents")
class CaseDocumentsPage {

    private final CaseDocuments documents;
    private final CaseReader cases;
    private final CaseHead head;
    private final EventTexts texts;
    private final ClockTexts clocks;
    private final ProblemSentences sentences;

    CaseDocumentsPage(CaseDocuments documents, CaseReader cases, CaseHead head, EventTexts texts, ClockTexts clocks,
            ProblemSentences sentences) {
        this.documents = documents;
        this.cases = cases;
        this.head = head;
        this.texts = texts;
        this.clocks = clocks;
        this.sentences = sentences;
    }

    /** @param kilobytes rounded up */
    record Row(long id, String name, String mediaType, int kilobytes, String sha256, String at, String by) {
    }

    @GetMapping
    String list(@PathVariable String number, Model model, Locale locale) {
        fill(number, null, model, locale);
        return "complaint/case";
    }

    @PostMapping
    Object add(@PathVariable String number, @RequestParam(required = false) @Nullable MultipartFile file, Model model, Locale locale,
            RedirectAttributes flash) throws IOException {
        try {
            if (file == null || file.getOriginalFilename() == null) {
                throw Problem.invalid("file", "complaint.problem.documentEmpty");
            }
            documents.add(number, file.getOriginalFilename(), file.getBytes());
        } catch (Problem problem) {
            if (problem.status() != 409 && problem.status() != 413 && problem.status() != 422) {
                throw problem;
            }
            fill(number, sentences.of(problem, locale), model, locale);
            ModelAndView page = new ModelAndView("complaint/case", model.asMap());
            page.setStatus(HttpStatus.valueOf(problem.status()));
            return page;
        }
        flash.addFlashAttribute("notice", "complaint.done.document");
        return "redirect:/cases/" + number + "/documents";
    }

    @GetMapping("/{id}")
    ResponseEntity<byte[]> download(@PathVariable String number, @PathVariable long id) {
        CaseDocuments.Content content = documents.content(number, id);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(content.document().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(content.document().name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(content.bytes());
    }

    private void fill(String number, @Nullable String refusal, Model model, Locale locale) {
        head.fill(model, cases.view(number), "documents");
        List<CaseDocuments.Document> found = documents.list(number);
        model.addAttribute("documents", found.stream().map(each -> new Row(each.id(), each.name(), each.mediaType(),
                (each.size() + 1023) / 1024, each.sha256(), clocks.moment(each.addedAt(), locale), texts.person(each.addedBy(), locale)))
                .toList());
        model.addAttribute("accept", CaseDocuments.endings());
        model.addAttribute("refusal", refusal);
    }
}
