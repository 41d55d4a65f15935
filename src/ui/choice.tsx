// One of a few, all of them in sight: radio buttons with a legend, each with a line on what it means. The browser's own radio
// group, so arrow keys move in it and Tab passes it as one.
import { useId, type ReactNode, type Ref } from 'react';
import './choice.css';

export interface ChoiceOption<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly help?: ReactNode;
}

export interface ChoiceProps<Value extends string> {
  legend: string;
  name: string;
  options: readonly ChoiceOption<Value>[];
  /** What is chosen, where somebody else keeps it; with `onChange`. */
  value?: Value;
  onChange?: (value: Value) => void;
  /** What is chosen at first, where the form itself keeps it. */
  defaultValue?: Value | undefined;
  ref?: Ref<HTMLFieldSetElement>;
}

export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { legend, name, options, value, onChange, defaultValue, ref } = props;
  const id = useId();
  return (
    <fieldset className="choice" ref={ref}>
      <legend className="field-label">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="choice-option">
          <input
            type="radio"
            name={name}
            value={option.value}
            aria-labelledby={`${id}-${option.value}`}
            aria-describedby={option.help ? `${id}-${option.value}-help` : undefined}
            {...(onChange
              ? { checked: value === option.value, onChange: () => onChange(option.value) }
              : { defaultChecked: defaultValue === option.value })}
          />
          <span className="choice-words">
            <span id={`${id}-${option.value}`}>{option.label}</span>
            {option.help ? (
              <span className="choice-help" id={`${id}-${option.value}-help`}>
                {option.help}
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
