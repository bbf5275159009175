package org.redress.process.studio;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;

/** The set around the file that is looked at: read as far as it is referred to. */
final class Models {

    private final ModelSet set;
    private final ObjectMapper json;
    private final Map<String, Optional<ProcessFile>> processes = new HashMap<>();
    private final Map<String, Optional<DecisionFile>> decisions = new HashMap<>();
    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<ProcessFile, Known> names = new HashMap<>();
    private final KnownModels kept;
    private final Collection<String> typed;

    /** @param kept  models that were read before, for files that are not being typed in @param typed names of the files that are looked at */
    Models(ModelSet set, ObjectMapper json, KnownModels kept, Collection<String> typed) {
        this.set = set;
        this.json = json;
        this.kept = kept;
        this.typed = Set.copyOf(typed);
    }

    /** The names that have a value in a process. */
    Known known(ProcessFile process, House house) {
        Known known = names.get(process);
        if (known == null) {
            known = Known.in(process, this, house);
            names.put(process, known);
        }
        return known;
    }

    Set<String> files(ModelKind kind) {
        Set<String> files = new LinkedHashSet<>();
        set.files().keySet().stream().filter(file -> ModelKind.of(file).filter(kind::equals).isPresent()).forEach(files::add);
        return files;
    }

    Optional<byte[]> content(String file) {
        return Optional.ofNullable(set.files().get(file));
    }

    /** Empty for what is not there or cannot be read: other layers tell that. */
    Optional<ProcessFile> processFile(String file) {
        return processes.computeIfAbsent(file, name -> content(name).flatMap(bytes -> typed.contains(name) ? KnownModels.process(name, bytes) : kept.knownProcess(name, bytes)));
    }

    Optional<DecisionFile> decisionFile(String file) {
        return decisions.computeIfAbsent(file, name -> content(name).flatMap(bytes -> typed.contains(name) ? KnownModels.decision(name, bytes) : kept.knownDecision(name, bytes)));
    }

    /** A missing node for what is not there. */
    JsonNode formFile(String file) {
        return forms.computeIfAbsent(file, name -> FormFile.read(json, content(name).orElse(new byte[0])));
    }

    JsonNode form(String id) {
        return formFile(ModelKind.FORM.file(id));
    }

    boolean hasForm(String id) {
        return set.files().containsKey(ModelKind.FORM.file(id));
    }

    List<ProcessFile> allProcesses() {
        return files(ModelKind.PROCESS).stream().map(this::processFile).flatMap(Optional::stream).toList();
    }

    /** The executable process with this key, whatever file it is in. */
    Optional<Process> process(String key) {
        Optional<Process> direct = processFile(ModelKind.PROCESS.file(key)).flatMap(file -> in(file, key));
        return direct.isPresent() ? direct : allProcesses().stream().flatMap(file -> in(file, key).stream()).findFirst();
    }

    private static Optional<Process> in(ProcessFile file, String key) {
        return file.processes().stream().filter(process -> key.equals(process.getId())).findFirst();
    }

    /** The decision with this key, whatever file it is in. */
    Optional<org.camunda.bpm.model.dmn.instance.Decision> decision(String key) {
        var direct = decisionFile(ModelKind.DECISION.file(key)).flatMap(file -> file.decision(key));
        return direct.isPresent() ? direct : files(ModelKind.DECISION).stream().flatMap(file -> decisionFile(file).stream())
                .flatMap(file -> file.decision(key).stream()).findFirst();
    }

    /** Keys that call activities of the set name. */
    Set<String> calledProcesses() {
        Set<String> called = new LinkedHashSet<>();
        allProcesses().forEach(file -> file.all(CallActivity.class).forEach(call -> called.add(ProcessFile.text(call.getCalledElement()))));
        return called;
    }

    /** Keys of the form of a step; none for a step without one. */
    Set<String> keysOf(UserTask task) {
        String form = ProcessFile.text(task.getCamundaFormRef());
        return form.isEmpty() ? Set.of() : FormFile.keys(form(form));
    }
}
