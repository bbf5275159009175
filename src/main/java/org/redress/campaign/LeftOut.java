package org.redress.campaign;

/** Why a job of a population gets no call; the first reason that holds counts. */
public enum LeftOut {
    /** The customer is called about a newer job (同一客户). */ SAME_CUSTOMER,
    /** 无电话 */ NO_PHONE,
    /** 谢绝回访 */ DO_NOT_CALL,
    /** A call to this customer is on the list already (已在回访清单中). */ ON_THE_LIST,
    /** 近期已回访 */ CALLED_LATELY,
    /** More than the campaign wants; the draw did not pick them (未抽中). */ NOT_DRAWN
}
