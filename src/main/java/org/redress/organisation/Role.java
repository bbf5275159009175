package org.redress.organisation;

/** What a person does in the company; a person may hold several. Spring authority: "ROLE_" + name. */
public enum Role {
    /** 回访员 */ CALLBACK_AGENT,
    /** 受理员 */ INTAKE_AGENT,
    /** 投诉处理专员 */ COMPLAINT_SPECIALIST,
    /** 班组成员 */ TEAM_MEMBER,
    /** 班长 */ TEAM_LEADER,
    /** 部门经理 */ DEPARTMENT_MANAGER,
    /** 服务总监 */ SERVICE_DIRECTOR,
    /** 流程设计师 */ PROCESS_DESIGNER,
    /** 系统管理员 */ ADMINISTRATOR
}
