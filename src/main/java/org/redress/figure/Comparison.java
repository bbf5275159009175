package org.redress.figure;

/** What a share says beside its target and the year before (对比结果). The words stand in the messages {@code enum.Comparison.*}. */
public enum Comparison {
    /** 继续保持: on target, and not worse than the year before beyond what chance explains. */
    KEEP_UP,
    /** 有所下降: on target, and worse than the year before beyond chance. */
    SLIPPED,
    /** 需要改进: below target, beyond chance. */
    IMPROVE,
    /** 样本不足: too few answers to say whether the target is met. */
    TOO_FEW,
    /** 无数据: nobody was asked. */
    NOTHING
}
