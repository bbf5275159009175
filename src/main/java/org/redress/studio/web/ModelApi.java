package org.redress.studio.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.redress.shared.Problem;
import org.redress.shared.web.ProblemSentences;
import org.redress.studio.Finding;
import org.redress.studio.Finding.Layer;
import org.redress.studio.Finding.Weight;
import org.redress.studio.ModelsRefused;
import org.redress.studio.Release;
import org.redress.studio.ReleaseState;
import org.redress.studio.Releases;
import org.redress.studio.Releases.Sent;
import org.redress.studio.Releases.Wish;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code /api/v1/models}: lets the pipeline of a repository release. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models")
class ModelApi {

    private final Releases releases;
    private final ModelAnswers answers;
    private final FindingLines texts;
    private final ProblemSentences sentences;

    ModelApi(Releases releases, ModelAnswers answers, FindingLines texts, ProblemSentences sentences) {
        this.releases = releases;
        this.answers = answers;
        this.texts = texts;
        this.sentences = sentences;
    }

    @Operation(summary = "Release files together with the rest of what is in force; with four eyes, ask for it",
            responses = {@ApiResponse(responseCode = "201", description = "In force"), @ApiResponse(responseCode = "202", description = "Another designer must approve it, or it waits for its window"),
                @ApiResponse(responseCode = "200", description = "Nothing changed"), @ApiResponse(responseCode = "422", description = "Not sound: every problem with its file and element")})
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ModelAnswers.Answer> send(@RequestParam(required = false) @Nullable List<MultipartFile> files, @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String title, @RequestParam(defaultValue = "") String versionTag,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime notBefore,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable OffsetDateTime notAfter) {
        if (files == null || files.isEmpty()) {
            throw Problem.invalid("files", "studio.release.problem.noFiles");
        }
        String named = title.isBlank() ? note.lines().findFirst().orElse("").strip() : title.strip();
        Wish wish = new Wish(named.length() > ModelAnswers.LONGEST_TITLE ? named.substring(0, ModelAnswers.LONGEST_TITLE) : named, note, versionTag,
                notBefore == null ? null : notBefore.toInstant(), notAfter == null ? null : notAfter.toInstant());
        Sent sent = releases.send(contents(files), wish);
        return answer(sent.release(), sent.unchanged());
    }

    @Operation(summary = "Approve a release that another designer has asked for")
    @PostMapping("/releases/{id}/approve")
    ResponseEntity<ModelAnswers.Answer> approve(@PathVariable long id) {
        return ResponseEntity.ok(answers.of(releases.approve(id), false));
    }

    @Operation(summary = "Refuse a release that another designer has asked for")
    @PostMapping("/releases/{id}/refuse")
    ModelAnswers.Answer refuse(@PathVariable long id, @RequestBody Refusal refusal) {
        return answers.of(releases.refuse(id, refusal.reason() == null ? "" : refusal.reason()), false);
    }

    @Operation(summary = "Withdraw a release that you have asked for")
    @PostMapping("/releases/{id}/withdraw")
    ModelAnswers.Answer withdraw(@PathVariable long id) {
        return answers.of(releases.withdraw(id), false);
    }

    @Operation(summary = "A release: in force, waiting, or why not")
    @GetMapping("/releases/{id}")
    ModelAnswers.Answer release(@PathVariable long id) {
        return answers.of(releases.find(id), false);
    }

    @Operation(summary = "What runs, and how many cases on each version")
    @GetMapping
    ModelAnswers.Items<ModelAnswers.RunningModel> list(Locale locale) {
        return answers.running(locale);
    }

    @Operation(summary = "Versions of a process or a decision, the newest first; of a form, the releases that changed it")
    @GetMapping("/{key}/versions")
    ModelAnswers.Items<ModelAnswers.ModelVersion> versions(@PathVariable String key) {
        return answers.versions(key);
    }

    @Operation(summary = "A version as it was released: BPMN, DMN or Camunda Form")
    @GetMapping(path = "/{key}/versions/{version}/source", produces = {MediaType.APPLICATION_XML_VALUE, MediaType.APPLICATION_JSON_VALUE})
    ResponseEntity<byte[]> source(@PathVariable String key, @PathVariable int version) {
        return answers.source(key, version);
    }

    /** RFC 9457, with the problems as api.md promises them. */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(ModelsRefused refused, HttpServletRequest request, Locale locale) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.UNPROCESSABLE_ENTITY.getReasonPhrase());
        body.put("status", HttpStatus.UNPROCESSABLE_ENTITY.value());
        body.put("detail", sentences.of(refused, locale));
        body.put("instance", request.getRequestURI());
        body.put("code", refused.key());
        body.put("problems", texts.of(refused.findings(), locale));
        return ResponseEntity.unprocessableEntity().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
    }

    private ResponseEntity<ModelAnswers.Answer> answer(Release release, boolean unchanged) {
        ModelAnswers.Answer answer = answers.of(release, unchanged);
        URI address = URI.create("/api/v1/models/releases/" + release.id());
        if (release.state() == ReleaseState.RELEASED) {
            return unchanged ? ResponseEntity.ok(answer) : ResponseEntity.created(address).body(answer);
        }
        return ResponseEntity.accepted().location(address).body(answer);
    }

    /** In the order in which they came; two of one name are told apart by the release. */
    private static Map<String, byte[]> contents(List<MultipartFile> files) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        List<Finding> twice = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = String.valueOf(file.getOriginalFilename());
            try {
                if (contents.put(name, file.getBytes()) != null) {
                    twice.add(new Finding(name, "", Layer.GATE, Weight.ERROR, "studio.finding.release.twice", List.of(name)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (!twice.isEmpty()) {
            throw new ModelsRefused(twice);
        }
        return contents;
    }

    record Refusal(@Nullable String reason) {
    }
}
