package org.redress.studio;

/** Where a migration stands. */
public enum MigrationState {
    /** 已预览：nothing was moved yet */ PREVIEWED,
    /** 试迁移：the first five are moved */ CANARY,
    /** 迁移中 */ RUNNING,
    /** 已暂停：also after the first five */ PAUSED,
    /** 已停止：the rest stays where it is */ STOPPED,
    /** 已完成 */ DONE,
    /** 已撤回：taken back by a migration the other way */ REVERSED;

    /** Whether it moves cases now. */
    public boolean working() {
        return this == CANARY || this == RUNNING;
    }

    /** Whether mapping and filter may still change. */
    public boolean open() {
        return this == PREVIEWED;
    }

    /** Whether a designer may let it go on. */
    public boolean startable() {
        return this == PREVIEWED || this == PAUSED;
    }
}
