package org.redress.figure;

/** Whether a share meets its target, as far as so many rows can say. */
public enum TargetVerdict {
    /** 达标: the whole interval is on the right side. */ MET,
    /** 未达标: the whole interval is on the wrong side. */ NOT_MET,
    /** 样本不足: the target lies within the interval. */ TOO_FEW
}
