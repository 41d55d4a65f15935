// A field for a code that came by message or from an app. It may be pasted with spaces and dashes: whoever reads it takes them off.
import { Field, type FieldProps } from './field.tsx';

export type CodeFieldProps = Omit<FieldProps, 'type' | 'inputMode' | 'className'>;

export function CodeField(field: CodeFieldProps) {
  return <Field {...field} className="field-code" type="text" inputMode="numeric" spellCheck={false} />;
}
