package org.redress.studio.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.redress.shared.CurrentActor;
import org.redress.shared.Problem;
import org.redress.shared.web.PersonNames;
import org.redress.studio.Changes;
import org.redress.studio.Draft;
import org.redress.studio.Drafts;
import org.redress.studio.ModelContents;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the editors in the browser send and fetch: autosave, signs of life, texts of drafts and their versions. */
@RestController
@RequestMapping("/designer/changes/{id}/edit/{kind}/{model}")
class DraftCalls {

    private final Changes changes;
    private final Drafts drafts;
    private final ModelContents contents;
    private final PersonNames names;
    private final CurrentActor actor;
    private final Clock clock;

    DraftCalls(Changes changes, Drafts drafts, ModelContents contents, PersonNames names, CurrentActor actor, Clock clock) {
        this.changes = changes;
        this.drafts = drafts;
        this.contents = contents;
        this.names = names;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Body: the text of the model. 409 when somebody else has it or has changed it meanwhile; the text is kept then, and the answer says where.
     *
     * @param revision that the editor began with
     * @param keep     whether the designer asked for a version
     */
    @PostMapping("/save")
    ResponseEntity<Standing> save(@PathVariable long id, @PathVariable String kind, @PathVariable String model, @RequestParam int revision,
            @RequestParam(defaultValue = "false") boolean keep, InputStream body, Locale locale) throws IOException {
        String file = ModelAddress.file(kind, model);
        byte[] content = body.readNBytes(Drafts.MOST_BYTES + 1);
        if (content.length > Drafts.MOST_BYTES) {
            throw Problem.tooLarge("studio.problem.tooLarge", Drafts.MOST_BYTES >> 20);
        }
        Drafts.Saved saved = drafts.save(id, file, content, revision, keep);
        Standing standing = standing(saved.draft(), saved.aside() == null ? null : saved.aside().id(), locale);
        return ResponseEntity.status(saved.aside() == null ? HttpStatus.OK : HttpStatus.CONFLICT).body(standing);
    }

    /** The designer is still there; tells who has it. */
    @PostMapping("/hold")
    Standing hold(@PathVariable long id, @PathVariable String kind, @PathVariable String model, Locale locale) {
        return standing(drafts.hold(id, ModelAddress.file(kind, model)), null, locale);
    }

    @PostMapping("/release")
    ResponseEntity<Void> release(@PathVariable long id, @PathVariable String kind, @PathVariable String model) {
        drafts.release(id, ModelAddress.file(kind, model));
        return ResponseEntity.noContent().build();
    }

    /** The draft as a file that other tools open. */
    @GetMapping("/source")
    ResponseEntity<byte[]> source(@PathVariable long id, @PathVariable String kind, @PathVariable String model) {
        return file(drafts.find(id, ModelAddress.file(kind, model)).content(), ModelAddress.file(kind, model));
    }

    @GetMapping("/versions/{version}/source")
    ResponseEntity<byte[]> source(@PathVariable long id, @PathVariable String kind, @PathVariable String model, @PathVariable long version) {
        String file = ModelAddress.file(kind, model);
        return file(drafts.version(id, file, version).content(), file);
    }

    private ResponseEntity<byte[]> file(@Nullable String content, String file) {
        if (content == null) {
            throw Problem.notFound("studio.problem.noContent");
        }
        return ResponseEntity.ok().contentType(file.endsWith(".form") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.substring(file.indexOf('/') + 1)).build().toString())
                .body(contents.find(content));
    }

    private Standing standing(Draft draft, @Nullable Long aside, Locale locale) {
        String holder = draft.holder(clock.instant());
        return new Standing(draft.revision(), draft.changedAt(), actor.get().username().equals(holder), holder == null ? null : names.name(holder, locale),
                changes.find(draft.change()).isOpen(), aside);
    }

    /**
     * How a draft stands.
     *
     * @param holder name of who edits it, null for nobody
     * @param open   whether the change can still be edited
     * @param aside  number of the version under which a text that was not taken is kept
     */
    record Standing(int revision, Instant savedAt, boolean mine, @Nullable String holder, boolean open, @Nullable Long aside) {
    }
}
