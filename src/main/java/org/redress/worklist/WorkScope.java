package org.redress.worklist;

/** Whose work a list shows. */
public enum WorkScope {
    /** What I hold (我的待办). */ MINE,
    /** All of my roles and teams, held or not; everything for specialists and managers (班组待办). */ TEAM,
    /** What I may take (待签收). */ CLAIMABLE
}
