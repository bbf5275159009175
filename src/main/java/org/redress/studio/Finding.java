package org.redress.studio;

import java.util.List;

/**
 * One thing that is wrong, or may be, with a model, as the problem list shows it.
 *
 * @param file    name of the file
 * @param element id of the element that is meant, empty for the whole file
 * @param layer   who found it
 * @param weight  whether it keeps the change from being released
 * @param key     of the sentence in the messages, which says what is wrong and how to mend it
 * @param args    of the sentence
 */
public record Finding(String file, String element, Layer layer, Weight weight, String key, List<Object> args) {

    /** Who found it: in the order in which they look. */
    public enum Layer {
        /** 安全门：what may not run here, refused before the engine sees it */ GATE,
        /** 引擎 */ ENGINE,
        /** 公司规则 */ HOUSE
    }

    /** What a finding means for the release. */
    public enum Weight {
        /** 错误：cannot be released */ ERROR,
        /** 提醒 */ WARNING
    }

    public Finding {
        args = List.copyOf(args);
    }
}
