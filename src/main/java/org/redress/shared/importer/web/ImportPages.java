package org.redress.shared.importer.web;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.redress.shared.FieldProblem;
import org.redress.shared.Problem;
import org.redress.shared.importer.ImportRun;
import org.redress.shared.importer.ImporterSettings;
import org.redress.shared.importer.Imports;
import org.redress.shared.importer.MappingCatalogue;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** {@code /admin/imports}: send a file, look at what it would do, start it, watch it, fetch what was refused. */
@Controller
@RequestMapping("/admin/imports")
class ImportPages {

    private final Imports imports;
    private final MappingCatalogue mappings;
    private final ImporterSettings settings;
    private final MessageSource messages;

    ImportPages(Imports imports, MappingCatalogue mappings, ImporterSettings settings, MessageSource messages) {
        this.imports = imports;
        this.mappings = mappings;
        this.settings = settings;
        this.messages = messages;
    }

    @GetMapping
    String list(Model model) {
        MappingCatalogue.Catalogue catalogue = mappings.all();
        model.addAttribute("mappings", catalogue.mappings());
        model.addAttribute("broken", catalogue.broken());
        model.addAttribute("folder", settings.importsDir().toAbsolutePath().normalize());
        model.addAttribute("runs", imports.recent());
        return "imports/list";
    }

    @GetMapping("/runs")
    String runs(Model model) {
        model.addAttribute("runs", imports.recent());
        return "imports/list :: runs";
    }

    /** A file that cannot be read is refused on the same page, which keeps the chosen mapping. */
    @PostMapping
    String send(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String mapping, Model model,
            Locale locale, HttpServletResponse response) throws IOException {
        try {
            if (file == null || file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank()) {
                throw Problem.invalid("file", "imports.problem.noFile");
            }
            return "redirect:/admin/imports/" + imports.send(mapping, String.valueOf(file.getOriginalFilename()), file.getBytes());
        } catch (Problem e) {
            response.setStatus(e.status());
            model.addAttribute("errors", errors(e, locale));
            model.addAttribute("chosen", mapping);
            return list(model);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model, Locale locale) {
        ImportRun run = imports.run(id);
        model.addAttribute("run", run);
        if (run.state() == ImportRun.State.PREVIEW) {
            try {
                model.addAttribute("preview", imports.preview(id));
            } catch (Problem e) {
                model.addAttribute("errors", errors(e, locale));
            }
        } else {
            model.addAttribute("rejects", imports.firstRejects(id));
        }
        return "imports/run";
    }

    @PostMapping("/{id}/start")
    String start(@PathVariable long id) {
        imports.start(id);
        return "redirect:/admin/imports/" + id;
    }

    /** The part of the page that moves while the run does. */
    @GetMapping("/{id}/progress")
    String progress(@PathVariable long id, Model model) {
        model.addAttribute("run", imports.run(id));
        model.addAttribute("rejects", imports.firstRejects(id));
        return "imports/run :: progress";
    }

    @GetMapping("/{id}/rejected.csv")
    ResponseEntity<byte[]> rejected(@PathVariable long id, Locale locale) {
        byte[] file = imports.rejectFile(id, problem -> sentence(problem, locale));
        ContentDisposition name = ContentDisposition.attachment().filename("rejected-" + id + ".csv").build();
        return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=UTF-8").body(file);
    }

    private Map<String, String> errors(Problem problem, Locale locale) {
        Map<String, String> errors = new LinkedHashMap<>();
        problem.fields().forEach(field -> errors.put(field.field(), sentence(field, locale)));
        if (errors.isEmpty()) {
            errors.put("file", messages.getMessage(problem.key(), problem.args().toArray(), locale));
        }
        return errors;
    }

    private String sentence(FieldProblem problem, Locale locale) {
        return messages.getMessage(problem.key(), problem.args().toArray(), locale);
    }
}
