package org.redress.studio;

import java.util.Arrays;
import java.util.Optional;

/** What a model file is, told by its name. */
public enum ModelKind {

    /** 流程 */ PROCESS("bpmn/", ".bpmn"),
    /** 决策表 */ DECISION("bpmn/", ".dmn"),
    /** 表单 */ FORM("forms/", ".form");

    private final String folder;
    private final String extension;

    ModelKind(String folder, String extension) {
        this.folder = folder;
        this.extension = extension;
    }

    /** @return empty for a name that is no model's */
    public static Optional<ModelKind> of(String file) {
        return Arrays.stream(values()).filter(kind -> file.endsWith(kind.extension)).findFirst();
    }

    /** Where the file of the model with this id belongs, as in the repository: {@code bpmn/complaint.bpmn}. */
    public String file(String id) {
        return folder + id + extension;
    }

    /** The id that the name of a file stands for, whatever folder it is said to be in. */
    public String id(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - extension.length());
    }
}
