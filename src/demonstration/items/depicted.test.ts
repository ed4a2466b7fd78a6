import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formItems } from '../../casework/form/form.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { likenessOf } from '../../reporting/depiction-report/depiction-report.ts';
import { depictionsOfFiles } from '../../workflow/audit/depictions-of-files.ts';
import { demonstrationExam, examPrograms } from './demonstration-forms.ts';
import { depictedFiles } from './depicted.ts';

test('the questions of each demonstration form are marked as its director would send them', () => {
  const shown = examPrograms.map((program) => {
    const ids = formItems(demonstrationExam(program).form).map(({ item }) => item);
    const { items, served } = depictedFiles(program, ids);
    const report = depictionsOfFiles(
      { name: 'items', bytes: utf8(items) },
      { name: 'served', bytes: utf8(served) },
      undefined,
    );
    assert.ok(report.ok, report.ok ? '' : report.refusal.because);
    const [form] = report.value.forms;
    assert.equal(form?.items, ids.length);
    const [setting] = form?.depicted ?? [];
    assert.ok(setting);
    return [program, setting.showing, likenessOf(setting)];
  });
  // Counted by hand: fourteen care questions name a setting, and hospitals stand for too many of them.
  assert.deepEqual(shown, [
    ['larkspur-care', 14, 'apart'],
    ['larkspur-work', 19, 'never-shown'],
    ['larkspur-navigator', 7, 'few'],
  ]);
});
