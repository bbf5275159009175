package org.redress.studio.compare;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.redress.studio.ModelKind;
import org.redress.studio.ModelSet;
import org.w3c.dom.Element;

/** Which steps ask a form. */
public final class FormUse {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private FormUse() {
    }

    /** Ids of user tasks by the id of their process, as the file is named. */
    public static Map<String, Set<String>> of(ModelSet set, String form) {
        Map<String, Set<String>> tasks = new HashMap<>();
        set.files().forEach((file, content) -> ModelKind.of(file).filter(kind -> kind == ModelKind.PROCESS).ifPresent(kind -> {
            Set<String> asking = asking(content, form);
            if (!asking.isEmpty()) {
                tasks.put(kind.id(file), asking);
            }
        }));
        return tasks;
    }

    private static Set<String> asking(byte[] process, String form) {
        Set<String> asking = new TreeSet<>();
        try {
            for (Element task : Xml.all(Xml.parse(process), "userTask")) {
                if (form.equals(task.getAttributeNS(CAMUNDA, "formRef"))) {
                    asking.add(task.getAttribute("id"));
                }
            }
            return asking;
        } catch (Xml.Unreadable e) {
            return Set.of();
        }
    }
}
