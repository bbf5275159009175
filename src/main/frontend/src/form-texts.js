// The form viewer's own sentences in Chinese. It asks for them by their English text.
const zh = {
  'Add new': '新增',
  'All values selected': '已全部选择',
  'Click to remove sorting': '点击取消排序',
  'Click to sort by {value} ascending': '点击按“{value}”升序排列',
  'Click to sort by {value} descending': '点击按“{value}”降序排列',
  Collapse: '收起',
  'Date and time must both be entered.': '日期和时间须同时填写。',
  Decrement: '减少',
  'Document reference is not defined.': '未指定文档。',
  'Download {fileName}': '下载 {fileName}',
  'Expand all ({value})': '展开全部（{value}）',
  "External content couldn't be loaded.": '外部内容未能加载。',
  'Field is required.': '此项必填。',
  'Field must be a valid email.': '请填写有效的电子邮箱。',
  'Field must be a valid international phone number. (e.g. +4930664040900)': '请填写带国际区号的电话号码，例如 +8675512345678。',
  'Field must have maximum length of {value}.': '最多填写 {value} 个字符。',
  'Field must have maximum value of {value}.': '不能大于 {value}。',
  'Field must have minimum length of {value}.': '至少填写 {value} 个字符。',
  'Field must have minimum value of {value}.': '不能小于 {value}。',
  'Field must match pattern {value}.': '格式不符合要求：{value}。',
  Increment: '增加',
  'Max validation value is not a valid number.': '表单设置有误：最大值不是数字。',
  'Min validation value is not a valid number.': '表单设置有误：最小值不是数字。',
  'Next page': '下一页',
  'No content to show.': '没有可显示的内容。',
  'No files selected': '未选择文件',
  'No results': '无匹配结果',
  'Nothing to show.': '没有可显示的内容。',
  'Please select a valid value, the two nearest valid values are {previousValue} and {nextValue}.':
    '请选择有效值，最接近的有效值为 {previousValue} 和 {nextValue}。',
  'Previous page': '上一页',
  'Remove tag': '移除',
  Search: '搜索',
  Select: '请选择',
  'Skip to search': '跳到搜索框',
  'Unable to download document': '文档未能下载',
  'Value is expected to be an integer.': '请填写整数。',
  'Value is expected to have at most 1 decimal digit.': '最多保留 1 位小数。',
  'Value is expected to have at most {value} decimal digits.': '最多保留 {value} 位小数。',
  'Value is not a number.': '请填写数字。',
  'binding path \'{value}\' is already claimed': '表单设置有误：绑定路径“{value}”重复。',
  '{page} of {total}': '第 {page} 页，共 {total} 页',
  '{value} files selected': '已选择 {value} 个文件',
};

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

/** The viewer's translate service for a language. */
export function translator(language) {
  const words = language.startsWith('zh') ? zh : {};
  return (template, values = {}) => fill(words[template] ?? template, values);
}

/** The viewer writes "Select" and "Search" into closed lists without asking its translate service (2.0.0). */
export function translateRest(container, language) {
  if (!language.startsWith('zh')) return;
  const mend = () => {
    container.querySelectorAll('.fjs-select-display').forEach((display) => {
      const words = display.firstChild;
      if (words?.data === 'Select') words.data = zh.Select;
    });
    container.querySelectorAll('input[placeholder=Search]').forEach((input) => { input.placeholder = zh.Search; });
  };
  new MutationObserver(mend).observe(container, { childList: true, subtree: true, characterData: true });
  mend();
}

/** The viewer draws radios without a group (2.0.0): "Yes" alone does not say what is asked. */
export function nameGroups(container) {
  const name = () => container.querySelectorAll('.fjs-form-field-radio:not([role])').forEach((group) => {
    const label = group.querySelector('.fjs-form-field-label')?.firstChild?.textContent;
    if (!label) return;
    group.setAttribute('role', 'radiogroup');
    group.setAttribute('aria-label', label.trim());
  });
  new MutationObserver(name).observe(container, { childList: true, subtree: true });
  name();
}
